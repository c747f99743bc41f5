package dev.grapnel.examples.demo.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.LinkedHashSet;
import java.util.Set;

/** A language of ISO 639. Shows the other side of an association. */
@Entity
public class Language {
    @Id
    private String code;

    private String name;

    @ManyToMany(mappedBy = "languages")
    private Set<Country> countries = new LinkedHashSet<>();

    public Language(String code, String name) {
        this.code = code;
        this.name = name;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public Set<Country> countries() {
        return countries;
    }

    @Override
    public String toString() {
        return "Language " + code;
    }
}
