package dev.grapnel.examples.documents.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A country of ISO 3166. Shows an id of the program's own, a reference by id, a list of references, and a version. */
public class Country {
    private String code;

    private String name;

    /** The name as part of a web address; a hook derives it before each write. */
    private String slug = "";

    private @Nullable String currencyCode;

    /** Read through the id above, when it is first read. */
    private @Nullable Currency currency;

    private List<String> languageCodes = new ArrayList<>();

    private int version;

    public Country(String code, String name, @Nullable String currencyCode, List<String> languageCodes) {
        this.code = code;
        this.name = name;
        this.currencyCode = currencyCode;
        this.languageCodes = languageCodes;
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

    public void slug(String derived) {
        slug = derived;
    }

    public String slug() {
        return slug;
    }

    public @Nullable String currencyCode() {
        return currencyCode;
    }

    public @Nullable Currency currency() {
        return currency;
    }

    public List<String> languageCodes() {
        return languageCodes;
    }

    public int version() {
        return version;
    }

    @Override
    public String toString() {
        return "Country " + code;
    }
}
