package dev.grapnel.sql.statement;

import dev.grapnel.sql.array.KeyArray;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.dialect.KeyArrays;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A delete of many rows by their keys, some of which come as one array. Thread-safe. */
public final class KeysDelete {
    private final PreparedText text;
    private final Column key;
    private final int most;
    private final @Nullable ArrayFit fit;

    private KeysDelete(PreparedText text, Column key, int most, @Nullable ArrayFit fit) {
        this.text = text;
        this.key = key;
        this.most = most;
        this.fit = fit;
    }

    /** What tells one from another. */
    record Shape(Table table, Column key) {
        WhereShape single() {
            return new WhereShape(StatementKind.DELETE, table, List.of(), List.of(key));
        }
    }

    static KeysDelete of(
            Shape shape, KeyArrays way, int most, @Nullable ArrayFit fit, DSLContext context, TextRenderer renderer) {
        Param<Object> keys = Placeholders.of(KeyArray.type(shape.key), 0);
        Query query = way == KeyArrays.JOINED
                ? merge(shape.single(), keys, context)
                : context.deleteFrom(shape.table.inStatements())
                        .where(DSL.condition("{0} = any({1})", shape.key.field(), keys));
        return new KeysDelete(renderer.render(query, StatementKind.DELETE, true), shape.key, most, fit);
    }

    private static Query merge(WhereShape shape, Param<Object> keys, DSLContext context) {
        GivenRows rows = GivenRows.of(shape);
        return context.mergeInto(shape.table().inStatements())
                .using(rows.of(DSL.table("unnest({0})", keys)))
                .on(DSL.and(shape.conditions(rows)))
                .whenMatchedThenDelete();
    }

    /**
     * Whether the database takes the keys so. PostgreSQL does not where the type of the column tells more than the mapping, as an enum that the driver gets as a text.
     *
     * @param runner to ask the first time
     */
    public boolean isTaken(StatementRunner runner) {
        return fit == null || fit.isOn(runner.connection().jdbc());
    }

    /** {@return the text, whose only parameter is an array} */
    public PreparedText text() {
        return text;
    }

    /** {@return how many keys one array takes} */
    public int most() {
        return most;
    }

    /**
     * The parameters for some keys.
     *
     * @param keys of rows, each in an array of its own
     * @return one row of parameters for each {@link #most} of them, in order
     */
    public List<@Nullable Object[]> parameters(List<@Nullable Object[]> keys) {
        List<@Nullable Object[]> parameters = new ArrayList<>((keys.size() + most - 1) / most);
        for (int from = 0; from < keys.size(); from += most) {
            List<@Nullable Object[]> some = keys.subList(from, Math.min(keys.size(), from + most));
            List<@Nullable Object> values = new ArrayList<>(some.size());
            some.forEach(row -> values.add(row[0]));
            parameters.add(new Object[] {KeyArray.of(key, values)});
        }
        return parameters;
    }
}
