package dev.grapnel.examples.history;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A price that was, and until when. */
@Entity
public class FormerPrice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable Article article;

    int cents;
    Instant until = Instant.now();

    FormerPrice(int cents) {
        this.cents = cents;
    }
}
