package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** All deviations, from {@code odm-deviations.json}. */
public final class Deviations {
    private final List<Deviation> all;

    private Deviations(List<Deviation> all) {
        this.all = all;
    }

    /**
     * What a scenario must come to with the library.
     *
     * @param expected outcome
     * @param deviations names of those that show in it
     */
    public record Adapted(ObjectNode expected, List<String> deviations) {}

    /** {@return the deviations} */
    public static Deviations load() {
        JsonNode list = Resources.read("odm-deviations.json");
        return new Deviations(StreamSupport.stream(list.spliterator(), false)
                .map(Deviation::read)
                .toList());
    }

    /** {@return each of them, in the order in which they are applied} */
    public List<Deviation> all() {
        return all;
    }

    /**
     * Turns the outcome of the reference into that of the library.
     *
     * @param scenario name
     * @param recorded outcome of the reference; it is left as it is
     * @return the outcome of the library
     */
    public Adapted adapt(String scenario, JsonNode recorded) {
        ObjectNode expected = recorded.deepCopy();
        List<String> shown = all.stream()
                .filter(deviation -> deviation.changes(scenario, expected))
                .map(Deviation::name)
                .toList();
        return new Adapted(expected, shown);
    }
}
