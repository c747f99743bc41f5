package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.sql.KeyQuery;
import dev.grapnel.sql.query.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations that load. */
final class LoadOperations {
    static final Map<String, Operation> ALL = Map.of("load", LoadOperations::load, "query", LoadOperations::query);

    private LoadOperations() {}

    private static @Nullable Object load(Call call) {
        KeyQuery<?> query = call.session().byKey(call.type()).options(new QueryOptions(call).options());
        if (call.step().flag("populate_existing", false)) {
            query = query.populateExisting();
        }
        return call.bound(query.get(key(call.step().node("id"))));
    }

    private static @Nullable Object query(Call call) {
        QueryBuilding building = new QueryBuilding(call);
        Query<?> query = building.query();
        if (call.step().has("columns")) {
            return query.select(building.columns()).list().stream()
                    .map(row -> Arrays.asList(row.intoArray()))
                    .toList();
        }
        return switch (call.step().text("mode", "all")) {
            case "first" -> call.bound(firstOf(query.list()));
            case "one" -> call.bound(query.one());
            case "one_or_none" -> call.bound(query.oneOrNull());
            default -> call.allBound(query.list());
        };
    }

    /** The first of all results: a query of the format has no limit but its own. */
    private static @Nullable Object firstOf(List<?> results) {
        return results.isEmpty() ? null : results.get(0);
    }

    static Object[] key(JsonNode id) {
        List<Object> parts = new ArrayList<>();
        if (id.isArray()) {
            id.forEach(part -> parts.add(part(part)));
        } else {
            parts.add(part(id));
        }
        return parts.toArray();
    }

    private static Object part(JsonNode json) {
        return json.isNumber() ? (Object) json.asInt() : json.asText();
    }
}
