package dev.grapnel.mongo.family;

import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** Says of which class it is by a field. */
@Entity
public class Animal {
    public @Nullable Integer id;
    public @Nullable String kind;

    Animal() {}

    /** With an id. */
    public Animal(int id) {
        this.id = id;
    }
}
