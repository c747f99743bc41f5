package dev.grapnel.testkit.domain.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "species")
public class Species extends Stored {
    private static final long serialVersionUID = 1L;

    @Column(unique = true)
    private String name;

    protected Species() {}

    public Species(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
