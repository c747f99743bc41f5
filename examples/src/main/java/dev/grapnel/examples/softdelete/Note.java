package dev.grapnel.examples.softdelete;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A note that can be brought back. */
@Entity
public class Note {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    String text;

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable Notebook notebook;

    @Nullable Instant deletedAt;

    Note(String text) {
        this.text = text;
    }
}
