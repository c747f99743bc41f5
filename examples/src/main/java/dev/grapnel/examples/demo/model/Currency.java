package dev.grapnel.examples.demo.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.LinkedHashSet;
import java.util.Set;

/** A currency of ISO 4217. Shows the other side of a relationship: the countries that pay with it, kept in step by Grapnel. */
@Entity
public class Currency {
    @Id
    private String code;

    private String name;

    /** How many digits stand behind the point: 2 for cents, 0 for yen. */
    private int digits;

    @OneToMany(mappedBy = "currency")
    private Set<Country> users = new LinkedHashSet<>();

    public Currency(String code, String name, int digits) {
        this.code = code;
        this.name = name;
        this.digits = digits;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public int digits() {
        return digits;
    }

    public Set<Country> users() {
        return users;
    }

    @Override
    public String toString() {
        return "Currency " + code;
    }
}
