package dev.grapnel.conformance.step;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.bulk.BulkInsert;
import dev.grapnel.sql.bulk.BulkUpdate;
import dev.grapnel.sql.bulk.Synchronize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Set-based statements, and what listeners do with statements. */
final class BulkOperations {
    static final Map<String, Operation> ALL = Map.of(
            "bulk_update", BulkOperations::update,
            "bulk_delete", BulkOperations::delete,
            "bulk_insert", BulkOperations::insert,
            "invoke", BulkOperations::invoke,
            "add_criteria", BulkOperations::addCriteria);

    private BulkOperations() {}

    private static Object update(Call call) {
        BulkUpdate<?> update =
                call.session().update(call.type()).where(where(call)).synchronize(mode(call));
        for (Map.Entry<String, @Nullable Object> value : call.values("values").entrySet()) {
            update = update.set(value.getKey(), value.getValue());
        }
        return update.execute();
    }

    private static Object delete(Call call) {
        return call.session()
                .deleteFrom(call.type())
                .where(where(call))
                .synchronize(mode(call))
                .execute();
    }

    private static @Nullable Object insert(Call call) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        call.step().nodes("rows").forEach(row -> rows.add(call.scene().names().values(row, call.inside())));
        BulkInsert<?> insert = call.session().insertInto(call.type()).values(rows);
        if (call.step().flag("returning", false)) {
            return insert.executeReturning();
        }
        insert.execute();
        return null;
    }

    /** Runs the statement that the listener was told of; the listener answers with its result. */
    private static @Nullable Object invoke(Call call) {
        OrmExecuteState state = call.event(OrmExecuteState.class);
        call.answer(state.invoke());
        return null;
    }

    /** Adds criteria to a query or get; the loads that follow have them already. */
    private static @Nullable Object addCriteria(Call call) {
        OrmExecuteState state = call.event(OrmExecuteState.class);
        if (state instanceof SelectState select && !state.isColumnLoad() && !state.isRelationshipLoad()) {
            Mapper mapper = call.scene().mapping().mapper(call.type());
            select.addCriterion(
                    call.type(),
                    table -> DSL.and(new Where(mapper).in(table, call.step().node("where"))));
        }
        return null;
    }

    static Condition[] where(Call call) {
        Mapper mapper = call.scene().mapping().mapper(call.type());
        return new Where(mapper).all(call.step().node("where"));
    }

    static Synchronize mode(Call call) {
        return Synchronize.valueOf(call.step().text("sync", "auto").toUpperCase(Locale.ROOT));
    }
}
