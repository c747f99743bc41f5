package dev.grapnel.conformance.odm.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The entries of the step that is running, in order; steps of other threads are waited for, so that there is one at a time. */
public final class Entries {
    /** More than any scenario has in a step; a loop without end stops here. */
    private static final int MOST = 20_000;

    private ArrayNode entries = JsonNodeFactory.instance.arrayNode();

    /**
     * Adds an entry.
     *
     * @param entry in the form of the format
     */
    public synchronized void add(ObjectNode entry) {
        if (entries.size() >= MOST) {
            throw new IllegalStateException(
                    "The step has more than " + MOST + " entries. Look for a loop without end.");
        }
        entries.add(entry);
    }

    /** {@return the entries since the last time} */
    public synchronized ArrayNode take() {
        ArrayNode taken = entries;
        entries = JsonNodeFactory.instance.arrayNode();
        return taken;
    }
}
