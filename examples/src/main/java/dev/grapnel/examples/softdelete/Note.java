package dev.grapnel.examples.softdelete;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A note that can be brought back. */
@Entity
public class Note implements SoftDeletable {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    String text;

    @Nullable Instant deletedAt;

    Note(String text) {
        this.text = text;
    }

    @Override
    public void deletedAt(Instant moment) {
        deletedAt = moment;
    }
}
