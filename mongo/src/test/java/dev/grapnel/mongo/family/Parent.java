package dev.grapnel.mongo.family;

import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has children, which know it by its id. */
@Entity
public class Parent {
    public @Nullable Integer id;
    public @Nullable List<Child> children = new ArrayList<>();

    Parent() {}

    /** With an id. */
    public Parent(int id) {
        this.id = id;
    }
}
