package dev.grapnel.testkit.cascade;

/** An entity that belongs to another one. */
interface Part {
    String name();

    Owner owner();

    void owner(Owner owner);
}
