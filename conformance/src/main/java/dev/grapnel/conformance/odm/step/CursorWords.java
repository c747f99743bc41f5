package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.odm.trace.Documents;
import dev.grapnel.mongo.CursorAction;
import dev.grapnel.mongo.FindOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Tells what made a cursor. */
final class CursorWords {
    private final Scene scene;

    CursorWords(Scene scene) {
        this.scene = scene;
    }

    /** The name of the call and its arguments, behind the cursor that was made. */
    ArrayNode arguments(CursorAction action) {
        ArrayNode arguments = JsonNodeFactory.instance.arrayNode().add(action.name());
        if (action instanceof CursorAction.Find find) {
            arguments.add(scene.words().of(find.type()));
            return arguments.addAll(scene.filter(find.filter()));
        }
        if (action instanceof CursorAction.Limit limit) {
            return arguments.add(scene.words().of(limit.source())).add(limit.rows());
        }
        if (action instanceof CursorAction.Skip skip) {
            return arguments.add(scene.words().of(skip.source())).add(skip.rows());
        }
        if (action instanceof CursorAction.Sort sort) {
            return arguments.add(scene.words().of(sort.source())).addAll(sortedBy(sort.order()));
        }
        if (action instanceof CursorAction.Hint hint) {
            return arguments.add(scene.words().of(hint.source())).add(index(hint.index()));
        }
        return arguments.add(scene.words().of(((CursorAction.Options) action).source()));
    }

    /** The options that were given by name, without those that say what the session does. */
    @Nullable JsonNode options(CursorAction action) {
        if (action instanceof CursorAction.Find find) {
            ObjectNode named = named(find.options());
            named.remove("refresh");
            return named;
        }
        return action instanceof CursorAction.Options options ? changed(options.options()) : null;
    }

    /** Those that the step names; the others are as they were. */
    private ObjectNode changed(FindOptions options) {
        ObjectNode named = named(options);
        List<String> names = new ArrayList<>();
        named.fieldNames().forEachRemaining(names::add);
        names.stream().filter(name -> !scene.isNamed(name)).forEach(named::remove);
        return named;
    }

    private ObjectNode named(FindOptions options) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        flag(named, "refresh", options.refreshing(), false);
        flag(named, "validate", options.validated(), true);
        flag(named, "allow_extra", options.extraAllowed(), true);
        flag(named, "strip_extra", options.extraStripped(), true);
        flag(named, "instrument", options.instrumented(), true);
        List<String> projected = options.projected();
        if (projected != null) {
            projected.forEach(named.withArray("projection")::add);
        }
        return named;
    }

    /** An option that has its usual value is told if the step names it. */
    private void flag(ObjectNode named, String name, boolean value, boolean usual) {
        if (value != usual || scene.isNamed(name)) {
            named.put(name, value);
        }
    }

    /** The driver has one form for an order; it is told in the form that the step has. */
    private List<JsonNode> sortedBy(Bson order) {
        List<JsonNode> pairs = pairs(order);
        JsonNode given = scene.runningStep().node("args");
        if (!given.path(0).isTextual()) {
            return List.of(JsonNodeFactory.instance.arrayNode().addAll(pairs));
        }
        return given.size() == 1
                ? List.of(pairs.get(0).get(0))
                : List.of(pairs.get(0).get(0), pairs.get(0).get(1));
    }

    private JsonNode index(Object index) {
        return index instanceof Bson keys
                ? JsonNodeFactory.instance.arrayNode().addAll(pairs(keys))
                : scene.words().of(index);
    }

    private List<JsonNode> pairs(Bson bson) {
        return Documents.of(bson).entrySet().stream()
                .map(entry -> (JsonNode) JsonNodeFactory.instance
                        .arrayNode()
                        .add(entry.getKey())
                        .add(scene.words().of(entry.getValue())))
                .toList();
    }
}
