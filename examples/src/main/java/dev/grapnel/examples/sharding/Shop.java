package dev.grapnel.examples.sharding;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A shop, in the database of its continent. */
@Entity
class Shop {
    @Id
    Integer id;

    String name;

    String continent;

    int revenue;

    Shop(int id, String name, String continent, int revenue) {
        this.id = id;
        this.name = name;
        this.continent = continent;
        this.revenue = revenue;
    }
}
