package dev.grapnel.examples.documents.model;

import java.util.ArrayList;
import java.util.List;

/** A script with the names of all its letters, in one document. */
public class Script {
    private String name;

    private List<String> letters = new ArrayList<>();

    public Script(String name, List<String> letters) {
        this.name = name;
        this.letters = letters;
    }

    public String name() {
        return name;
    }

    public List<String> letters() {
        return letters;
    }

    @Override
    public String toString() {
        return "Script " + name;
    }
}
