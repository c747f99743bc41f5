package dev.grapnel.conformance.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The entries of the step that is running. */
public final class Trace implements Hearer {
    /** More than any scenario has in a step; a loop without end stops here. */
    private static final int MOST_ENTRIES = 20_000;

    private final Words words;
    private ArrayNode entries = JsonNodeFactory.instance.arrayNode();

    /**
     * Begins without entries.
     *
     * @param words that name things
     */
    public Trace(Words words) {
        this.words = words;
    }

    /** Records an event for everybody. */
    @Override
    public void heard(Occurrence occurrence) {
        add(occurrence.entry(words, false));
    }

    /**
     * Adds an entry.
     *
     * @param entry complete
     */
    public void add(ObjectNode entry) {
        if (entries.size() == MOST_ENTRIES) {
            throw new IllegalStateException(
                    "A step fired more than " + MOST_ENTRIES + " events, the last one " + entry + ".");
        }
        entries.add(entry);
    }

    /** {@return the entries since the last call} */
    public ArrayNode take() {
        ArrayNode taken = entries;
        entries = JsonNodeFactory.instance.arrayNode();
        return taken;
    }
}
