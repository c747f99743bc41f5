package dev.grapnel.mongo;

import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class with one field of each shape. */
@Entity
class Doc {
    @Nullable Object id;

    @Nullable Integer a;

    List<Object> b = new ArrayList<>();

    Map<String, Object> c = new LinkedHashMap<>();

    Doc() {}

    Doc(int id) {
        this.id = id;
    }

    Doc(int id, int a) {
        this.id = id;
        this.a = a;
    }
}
