package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.mongo.OdmCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Calls of a cursor. */
final class CursorOperations {
    private CursorOperations() {}

    static @Nullable Object call(Call call) {
        OdmCursor<Object> cursor = call.cursor();
        return call.bound(
                switch (call.text("call")) {
                    case "next" -> cursor.next();
                    case "first" -> cursor.first().orElse(null);
                    case "one" -> cursor.one();
                    case "all" -> cursor.all();
                    case "iterate" ->
                        iterate(cursor, call.step().has("max") ? call.step().number("max") : Integer.MAX_VALUE);
                    case "count" -> cursor.count();
                    case "distinct" -> cursor.distinct(call.node("args").path(0).asText());
                    case "bool" -> Boolean.class.cast(cursor);
                    default -> derived(cursor, call);
                });
    }

    private static OdmCursor<Object> derived(OdmCursor<Object> cursor, Call call) {
        JsonNode arguments = call.node("args");
        return switch (call.text("call")) {
            case "limit" -> cursor.limit(arguments.path(0).asInt());
            case "skip" -> cursor.skip(arguments.path(0).asInt());
            case "sort" -> cursor.sort(order(arguments));
            case "hint" ->
                arguments.path(0).isTextual() ? cursor.hint(arguments.path(0).asText()) : cursor.hint(order(arguments));
            case "options" -> cursor.options(Options.changed(cursor.options(), call.node("kwargs")));
            default ->
                throw new FormatException(
                        "The runner knows no call '" + call.text("call") + "' of a cursor: " + call.step());
        };
    }

    /** Pairs of field and direction in a list; or a field, with or without its direction. */
    private static Document order(JsonNode arguments) {
        Document order = new Document();
        if (arguments.path(0).isArray()) {
            arguments
                    .path(0)
                    .forEach(pair -> order.append(
                            pair.isArray() ? pair.path(0).asText() : pair.asText(),
                            pair.path(1).asInt(1)));
        } else {
            order.append(arguments.path(0).asText(), arguments.path(1).asInt(1));
        }
        return order;
    }

    /** Goes on until there is enough, which is found out without another row. */
    private static List<Object> iterate(OdmCursor<Object> cursor, int most) {
        List<Object> objects = new ArrayList<>();
        try {
            while (objects.size() < most) {
                objects.add(cursor.next());
            }
        } catch (NoSuchElementException end) {
            return objects;
        }
        return objects;
    }
}
