package dev.grapnel.examples.cache;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A planet; it changes seldom and is read often. */
@Entity
public class Planet {
    @Id
    String name;

    int moons;

    Planet(String name, int moons) {
        this.name = name;
        this.moons = moons;
    }
}
