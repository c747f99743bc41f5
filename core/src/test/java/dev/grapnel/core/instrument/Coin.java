package dev.grapnel.core.instrument;

import jakarta.persistence.Entity;

/** Equal to every other one of the same name, so that identity and equality can be told apart. */
@Entity
public class Coin extends Thing {
    public Coin(String name) {
        super(name);
    }

    /** Puts the class under watch beside that of things. */
    static ClassManager manage(ClassManager things) {
        return ClassManager.manage(Coin.class, things);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coin coin && coin.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
