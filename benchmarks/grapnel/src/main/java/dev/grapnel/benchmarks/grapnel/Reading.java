package dev.grapnel.benchmarks.grapnel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One of very many. */
@Entity
@Table(name = "reading")
class Reading {
    @Id
    long id;

    String sensor;
    int amount;

    Reading(long id, String sensor, int amount) {
        this.id = id;
        this.sensor = sensor;
        this.amount = amount;
    }
}
