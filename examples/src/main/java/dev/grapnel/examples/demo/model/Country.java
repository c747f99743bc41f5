package dev.grapnel.examples.demo.model;

import dev.grapnel.core.annotation.ActiveHistory;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A country of ISO 3166. Shows a key given by the program, a reference that is loaded when it is first read, and an association. */
@Entity
public class Country {
    @Id
    private String code;

    /** The audit wants to know what it was, so it is loaded before it is replaced. */
    @ActiveHistory
    private String name;

    /** The name as part of a web address; a listener derives it whenever the name is set. */
    private String slug = "";

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Currency currency;

    @ManyToMany
    private Set<Language> languages = new LinkedHashSet<>();

    public Country(String code, String name) {
        this.code = code;
        this.name = name;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public String slug() {
        return slug;
    }

    public void slug(String derived) {
        slug = derived;
    }

    public @Nullable Currency currency() {
        return currency;
    }

    /** Changes the currency; the country moves from the users of the old one to those of the new one by itself. */
    public void pays(Currency newCurrency) {
        currency = newCurrency;
    }

    public Set<Language> languages() {
        return languages;
    }

    @Override
    public String toString() {
        return "Country " + code;
    }
}
