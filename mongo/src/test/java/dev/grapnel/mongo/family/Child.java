package dev.grapnel.mongo.family;

import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** Knows its parent by its id. */
@Entity
public class Child {
    public @Nullable Integer id;
    public @Nullable Integer parentId;
    public @Nullable Parent parent;

    Child() {}

    /** With an id and that of its parent. */
    public Child(int id, @Nullable Integer parentId) {
        this.id = id;
        this.parentId = parentId;
    }
}
