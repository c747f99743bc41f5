package dev.grapnel.benchmarks.attributes;

import org.jspecify.annotations.Nullable;

/** The same fields in a class that nobody enhanced. */
final class Plain {
    int age;
    long amount;

    @Nullable String name;

    @Nullable Plain friend;
}
