package dev.grapnel.sql.persist;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.persist.FetchRules.Fetch;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.ColumnExpression;
import dev.grapnel.sql.statement.InsertText;
import dev.grapnel.sql.statement.StatementCache;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT is like for rows that lack the same values: the columns it writes, those it computes, and those it leaves to the database.
 * Immutable but for its text, which is made when it is first needed.
 */
final class InsertForm {
    private final InsertPlan plan;
    private final List<MappedColumn> columns = new ArrayList<>();
    /** For each of the columns its place in the plan, or none if a function gives the value. */
    private final List<Integer> places = new ArrayList<>();

    private final List<MappedColumn> returned = new ArrayList<>(0);
    private final List<MappedColumn> selected = new ArrayList<>(0);
    private final List<MappedColumn> unknown = new ArrayList<>(0);
    private final List<ColumnExpression> expressions = new ArrayList<>(0);
    private final List<Computed> computed = new ArrayList<>(0);
    private @Nullable InsertText text;

    /** A value that the engine gives; at a place among those of the row. */
    private record Computed(int at, MappedColumn mapped, Supplier<?> value) {}

    InsertForm(InsertPlan plan) {
        this.plan = plan;
    }

    // ---- making ----

    void put(MappedColumn column, int place) {
        columns.add(column);
        places.add(place);
    }

    void compute(MappedColumn column, int place, Supplier<?> value) {
        computed.add(new Computed(columns.size(), column, value));
        put(column, place);
    }

    void express(ColumnExpression expression) {
        expressions.add(expression);
    }

    void leave(MappedColumn column, Fetch fetch) {
        switch (fetch) {
            case RETURNED -> returned.add(column);
            case SELECTED -> selected.add(column);
            case LATER -> unknown.add(column);
        }
    }

    // ---- using ----

    InsertPlan plan() {
        return plan;
    }

    /** Whether rows of both go in one statement. */
    boolean isLike(InsertForm other) {
        return this == other
                || (columns.equals(other.columns)
                        && expressions.equals(other.expressions)
                        && returned.equals(other.returned));
    }

    /** The values of a row, of what was found for each column of the plan. */
    @Nullable Object[] values(@Nullable Object[] found) {
        @Nullable Object[] values = found.length == columns.size() ? found : some(found);
        for (Computed each : computed) {
            values[each.at] = each.value.get();
        }
        return values;
    }

    private @Nullable Object[] some(@Nullable Object[] found) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = found[places.get(at)];
        }
        return values;
    }

    InsertText text(StatementCache texts, Table table) {
        InsertText known = text;
        if (known == null) {
            known = texts.insert(table, columns(columns), columns(returned), expressions);
            text = known;
        }
        return known;
    }

    private static List<Column> columns(List<MappedColumn> mapped) {
        return mapped.stream().map(MappedColumn::column).toList();
    }

    /** Whether nothing of what a row got has to come into its object. */
    boolean isSilent() {
        return computed.isEmpty() && returned.isEmpty() && selected.isEmpty() && unknown.isEmpty();
    }

    /** Takes what was computed and generated into an object; gives the names of attributes that got a value, without keys. */
    List<String> store(InstanceState state, @Nullable Object[] values, @Nullable Object[] generated) {
        List<String> names = new ArrayList<>(0);
        for (int at = 0; at < returned.size(); at++) {
            MappedColumn mapped = returned.get(at);
            if (state.expression(mapped.tracker().index()) != null) {
                state.forgetCommitted(mapped.tracker().index());
            }
            mapped.tracker().storeQuietly(state, generated[at]);
            Versions.requireFetched(state, mapped);
            name(mapped, names);
        }
        for (Computed each : computed) {
            each.mapped.tracker().storeQuietly(state, each.mapped.tracker().copied(values[each.at]));
            state.forgetCommitted(each.mapped.tracker().index());
            name(each.mapped, names);
        }
        return names;
    }

    private static void name(MappedColumn mapped, List<String> names) {
        if (!mapped.column().isPrimaryKey()) {
            names.add(mapped.attribute());
        }
    }

    /** Columns that the database writes and a SELECT reads. */
    List<MappedColumn> selected() {
        return selected;
    }

    /** Columns that the database writes and nobody reads yet. */
    List<MappedColumn> unknown() {
        return unknown;
    }
}
