package dev.grapnel.conformance.model;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What all classes of the models extend; not mapped, so that listeners for a superclass that is not mapped can be tried. */
public abstract class Base implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    protected final void assignAll(Map<String, ?> values) {
        new TreeMap<>(values).forEach(this::assign);
    }

    /**
     * Assigns one attribute; each class knows its own and passes the others on.
     *
     * @param attribute its name
     * @param given a value of its type
     */
    protected void assign(String attribute, @Nullable Object given) {
        throw new IllegalArgumentException("Class " + getClass().getSimpleName() + " has no attribute '" + attribute
                + "' to assign " + given + " to.");
    }
}
