package dev.grapnel.examples.documents.model;

import java.util.List;

/** A currency of ISO 4217. Shows the other side of a reference: who uses it is asked of the countries. */
public class Currency {
    private String code;

    private String name;

    private int digits;

    /** Nothing is stored here: the first read asks the countries. */
    @SuppressWarnings("NullAway.Init")
    private List<Country> users;

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

    public List<Country> users() {
        return users;
    }

    @Override
    public String toString() {
        return "Currency " + code;
    }
}
