package dev.grapnel.benchmarks.entities;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One of very many. */
@Entity
@Table(name = "reading")
public class Reading {
    @Id
    private long id;

    private String sensor;
    private int amount;

    /** For the library. */
    protected Reading() {}

    /**
     * Its sensor.
     *
     * @return a name
     */
    public String getSensor() {
        return sensor;
    }

    /**
     * Adds up its values.
     *
     * @return key and amount
     */
    public long sum() {
        return id + amount;
    }
}
