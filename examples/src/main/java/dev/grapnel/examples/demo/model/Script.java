package dev.grapnel.examples.demo.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** A script of Unicode, as LATIN or HANGUL. Its letters have thousands of rows, so they are loaded only when someone reads them. */
@Entity
public class Script {
    @Id
    private String name;

    @OneToMany(mappedBy = "script")
    @OrderBy("codePoint")
    private List<Letter> letters = new ArrayList<>();

    public Script(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public List<Letter> letters() {
        return letters;
    }

    @Override
    public String toString() {
        return "Script " + name;
    }
}
