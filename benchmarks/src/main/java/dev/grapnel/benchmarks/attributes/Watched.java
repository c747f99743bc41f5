package dev.grapnel.benchmarks.attributes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A managed object with one listener to writes of its name. */
@Entity
class Watched {
    @Id
    int id;

    @Nullable String name;
}
