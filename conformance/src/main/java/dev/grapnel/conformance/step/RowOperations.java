package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.database.Rows;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Direct statements on the connection of a session. */
final class RowOperations {
    static final Map<String, Operation> ALL = Map.of(
            "raw_insert", RowOperations::insert,
            "raw_update", RowOperations::update,
            "raw_delete", RowOperations::delete);

    private RowOperations() {}

    private static void run(Call call, Consumer<DSLContext> statement) {
        DSLContext rows = call.session().connection().unwrap(DSLContext.class);
        call.scene().statements().without(() -> statement.accept(rows));
    }

    private static @Nullable Object insert(Call call) {
        run(call, rows -> Rows.insert(rows, call.text("table"), object(call, "row")));
        return null;
    }

    private static @Nullable Object update(Call call) {
        run(call, rows -> Rows.update(rows, call.text("table"), object(call, "where"), object(call, "values")));
        return null;
    }

    private static @Nullable Object delete(Call call) {
        run(call, rows -> Rows.delete(rows, call.text("table"), object(call, "where")));
        return null;
    }

    private static ObjectNode object(Call call, String parameter) {
        return (ObjectNode) call.step().node(parameter);
    }
}
