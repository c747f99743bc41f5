package dev.grapnel.mongo.family;

import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** Stored with all animals. */
@Entity
public class Dog extends Animal {
    public @Nullable String breed;

    Dog() {}

    /** With an id. */
    public Dog(int id) {
        super(id);
    }
}
