package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.database.Rows;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Direct statements on the connection of a session. */
final class RowOperations {
    static final Map<String, Operation> ALL = Map.of(
            "raw_insert", RowOperations::insert,
            "raw_update", RowOperations::update,
            "raw_delete", RowOperations::delete);

    private RowOperations() {}

    private static DSLContext context(Call call) {
        return call.session().connection().unwrap(DSLContext.class);
    }

    private static @Nullable Object insert(Call call) {
        Rows.insert(context(call), call.text("table"), object(call, "row"));
        return null;
    }

    private static @Nullable Object update(Call call) {
        Rows.update(context(call), call.text("table"), object(call, "where"), object(call, "values"));
        return null;
    }

    private static @Nullable Object delete(Call call) {
        Rows.delete(context(call), call.text("table"), object(call, "where"));
        return null;
    }

    private static ObjectNode object(Call call, String parameter) {
        return (ObjectNode) call.step().node(parameter);
    }
}
