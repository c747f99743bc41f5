package dev.grapnel.examples.demo.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A letter of Unicode, with its official name. */
@Entity
public class Letter {
    @Id
    private int codePoint;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Script script;

    public Letter(int codePoint, String name, Script script) {
        this.codePoint = codePoint;
        this.name = name;
        this.script = script;
    }

    public int codePoint() {
        return codePoint;
    }

    public String name() {
        return name;
    }

    public Script script() {
        return script;
    }

    @Override
    public String toString() {
        return "Letter " + Integer.toHexString(codePoint);
    }
}
