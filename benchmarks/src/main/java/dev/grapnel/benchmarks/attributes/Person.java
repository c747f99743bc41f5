package dev.grapnel.benchmarks.attributes;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A managed object to which nobody listens. */
@Entity
class Person {
    @Id
    int id;

    int age;
    long amount;

    @Nullable String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable Person friend;
}
