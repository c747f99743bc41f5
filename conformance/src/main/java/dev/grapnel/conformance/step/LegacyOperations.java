package dev.grapnel.conformance.step;

import dev.grapnel.sql.query.CompileUpdateEvent;
import dev.grapnel.sql.query.LegacyQuery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations of query objects, and what their listeners do. */
final class LegacyOperations {
    static final Map<String, Operation> ALL = Map.of(
            "legacy_query", LegacyOperations::query,
            "legacy_update", LegacyOperations::update,
            "legacy_delete", LegacyOperations::delete,
            "query_filter", LegacyOperations::filter,
            "update_values_set", LegacyOperations::setValue);

    private LegacyOperations() {}

    private static @Nullable Object query(Call call) {
        if (call.step().has("columns")) {
            throw call.scene().unsupported("legacy_query with columns");
        }
        return switch (call.step().text("mode", "all")) {
            case "count" -> filtered(call).count();
            case "get" -> single(call, found(call));
            case "first" -> single(call, ordered(call).first().orElse(null));
            case "one" -> single(call, ordered(call).one());
            case "one_or_none" -> single(call, ordered(call).oneOrNone().orElse(null));
            default -> call.allBound(ordered(call).all());
        };
    }

    private static @Nullable Object found(Call call) {
        Object[] key = LoadOperations.key(call.step().node("id"));
        return call.session().legacyQuery(call.type()).get(key).orElse(null);
    }

    private static @Nullable Object single(Call call, @Nullable Object result) {
        if (result != null) {
            call.allBound(List.of(result));
        }
        return result;
    }

    private static LegacyQuery<?> filtered(Call call) {
        return call.session().legacyQuery(call.type()).filter(BulkOperations.where(call));
    }

    private static LegacyQuery<?> ordered(Call call) {
        LegacyQuery<?> query =
                filtered(call).orderBy(new QueryBuilding(call).order()).options(new QueryOptions(call).options());
        if (call.step().has("limit")) {
            query = query.limit(call.step().number("limit"));
        }
        if (call.step().flag("populate_existing", false)) {
            query = query.populateExisting();
        }
        return call.step().flag("autoflush", true) ? query : query.withoutAutoflush();
    }

    private static Object update(Call call) {
        return filtered(call).update(call.values("values"), BulkOperations.mode(call));
    }

    private static Object delete(Call call) {
        return filtered(call).delete(BulkOperations.mode(call));
    }

    // ---- in listeners ----

    /** Adds a condition to the query that the listener was told of; the listener answers with the query that has it. */
    private static @Nullable Object filter(Call call) {
        if (call.argument("value") instanceof LegacyQuery<?> query && isMeant(call, query)) {
            call.answer(query.filter(BulkOperations.where(call)));
        }
        return null;
    }

    private static boolean isMeant(Call call, LegacyQuery<?> query) {
        return !call.step().has("class") || call.type().equals(query.entity());
    }

    private static @Nullable Object setValue(Call call) {
        call.event(CompileUpdateEvent.class).context().values().put(call.text("attr"), call.value());
        return null;
    }
}
