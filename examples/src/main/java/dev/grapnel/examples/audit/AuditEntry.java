package dev.grapnel.examples.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That somebody did something to an object. */
@Entity
public class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    Instant moment = Instant.now();
    String who;
    String object;
    String what;

    AuditEntry(String who, String object, String what) {
        this.who = who;
        this.object = object;
        this.what = what;
    }

    @Override
    public String toString() {
        return who + ": " + object + " " + what;
    }
}
