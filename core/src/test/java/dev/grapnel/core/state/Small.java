package dev.grapnel.core.state;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Two fields; {@link Smaller} inherits them and hides one. */
@Entity
class Small {
    @Id
    String name;

    int count;

    /** Adds a field, and one with a name that is there already. */
    @Entity
    static class Smaller extends Small {
        Integer name;
        boolean extra;
    }
}
