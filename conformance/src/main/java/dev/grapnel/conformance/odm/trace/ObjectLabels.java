package dev.grapnel.conformance.odm.trace;

import dev.grapnel.mongo.ObjectState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The names of mapped objects: those that a step made carry the name it gave, loaded ones their class and id. */
final class ObjectLabels {
    private final Sightings<Object> labels = new Sightings<>();
    private final Map<String, Integer> loaded = new HashMap<>();
    private final Function<Class<?>, String> types;
    private final Function<Object, String> ids;

    /**
     * Begins without labels.
     *
     * @param types gives the scenario's name of a class
     * @param ids gives the text of an id
     */
    ObjectLabels(Function<Class<?>, String> types, Function<Object, String> ids) {
        this.types = types;
        this.ids = ids;
    }

    void give(Object object, String label) {
        labels.name(object, any -> label);
    }

    String of(Object object) {
        return labels.name(object, this::ofLoaded);
    }

    private String ofLoaded(Object object) {
        Object id = ObjectState.of(object).document().get("_id");
        String label = types.apply(object.getClass()) + "(" + (id == null ? "null" : ids.apply(id)) + ")";
        int count = loaded.merge(label, 1, Integer::sum);
        return count == 1 ? label : label + "~" + count;
    }
}
