package dev.grapnel.mongo;

import jakarta.persistence.Entity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class with one field of each shape. */
@Entity
class Doc {
    @Nullable Object id;

    @Nullable Integer a;

    @Nullable List<Object> b;

    @Nullable Map<String, Object> c;

    Doc() {}

    Doc(int id) {
        this.id = id;
    }

    Doc(int id, int a) {
        this.id = id;
        this.a = a;
    }
}
