package dev.grapnel.examples.demo.model;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** That a country was renamed. Its rows are written in plain SQL by a listener, on the connection of the flush. */
@Entity
@Table(name = "name_change")
public class NameChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String country;

    private String formerly;

    private String now;

    public NameChange(String country, String formerly, String now) {
        this.country = country;
        this.formerly = formerly;
        this.now = now;
    }

    public @Nullable Long id() {
        return id;
    }

    public String country() {
        return country;
    }

    public String formerly() {
        return formerly;
    }

    public String now() {
        return now;
    }

    @Override
    public String toString() {
        return country + ": " + formerly + " -> " + now;
    }
}
