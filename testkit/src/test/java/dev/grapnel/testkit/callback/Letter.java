package dev.grapnel.testkit.callback;

import dev.grapnel.testkit.callback.elsewhere.Stamped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;

/** Has a method of the same name as its superclass, which it does not override: that one is private to its package. */
@Entity
class Letter extends Stamped {
    @Id
    int id;

    Letter(int id) {
        this.id = id;
    }

    @PrePersist
    void stamp() {
        stamps.add("class");
    }
}
