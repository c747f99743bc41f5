package dev.grapnel.conformance.odm.compare;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record inside an outcome.
 *
 * @param name as in {@code step 3, step 1 of its thread}
 * @param pointer to the record inside the outcome
 */
public record Place(String name, String pointer) {
    static final Place SETUP = new Place("setup", "");
    static final Place END = new Place("the documents at the end", "");

    static Place of(String list, int index) {
        return new Place((list.equals("steps") ? "step " : "step before the model ") + index, "/" + list + "/" + index);
    }

    Place inThread(int index) {
        return new Place(name + ", step " + index + " of its thread", pointer + "/thread/" + index);
    }

    /**
     * The record.
     *
     * @param outcome expected or actual
     * @return the record, or a missing node
     */
    public JsonNode in(JsonNode outcome) {
        return outcome.at(pointer);
    }
}
