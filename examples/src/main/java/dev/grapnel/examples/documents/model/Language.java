package dev.grapnel.examples.documents.model;

/** A language of ISO 639. */
public class Language {
    private String code;

    private String name;

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

    @Override
    public String toString() {
        return "Language " + code;
    }
}
