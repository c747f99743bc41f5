package dev.grapnel.sql.persist;

import dev.grapnel.core.store.SaveItem;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.statement.ColumnExpression;
import dev.grapnel.sql.statement.Rows;
import dev.grapnel.sql.statement.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of an update while it is put together: what it writes, how it is found, and what the object gets. Lists that most rows leave empty are made for the first entry. */
final class UpdateRow {
    /** Most updates change no more columns, and few keys have more. */
    private static final int FEW = 2;

    final SaveItem item;
    final List<MappedColumn> changed = new ArrayList<>(FEW);
    List<MappedColumn> expressed = List.of();
    List<ColumnExpression> expressions = List.of();
    final List<MappedColumn> where = new ArrayList<>(FEW);
    final List<@Nullable Object> values = new ArrayList<>(FEW);
    final List<@Nullable Object> whereValues = new ArrayList<>(FEW);
    List<MappedColumn> computed = List.of();
    List<@Nullable Object> computedValues = List.of();

    UpdateRow(SaveItem item) {
        this.item = item;
    }

    boolean sameShape(UpdateRow other) {
        return changed.equals(other.changed)
                && expressions.equals(other.expressions)
                && where.equals(other.where)
                && item.mapper() == other.item.mapper();
    }

    @Nullable Object[] parameters() {
        @Nullable Object[] parameters = new Object[values.size() + whereValues.size()];
        for (int at = 0; at < parameters.length; at++) {
            parameters[at] = at < values.size() ? values.get(at) : whereValues.get(at - values.size());
        }
        return parameters;
    }

    /** Takes values that the database made. */
    void take(Rows found, List<MappedColumn> returned, ValueTypes types) {
        for (int at = 0; at < returned.size(); at++) {
            note(returned.get(at), found.read(types.reader(returned.get(at).column()), at + 1));
        }
    }

    boolean isEmpty() {
        return changed.isEmpty() && expressed.isEmpty();
    }

    List<MappedColumn> written() {
        if (expressed.isEmpty()) {
            return changed;
        }
        List<MappedColumn> all = new ArrayList<>(changed);
        all.addAll(expressed);
        return all;
    }

    void express(MappedColumn column, ColumnExpression value) {
        if (expressed.isEmpty()) {
            expressed = new ArrayList<>(1);
            expressions = new ArrayList<>(1);
        }
        expressed.add(column);
        expressions.add(value);
    }

    boolean writes(MappedColumn column) {
        return changed.contains(column) || expressed.contains(column);
    }

    void set(MappedColumn column, @Nullable Object value) {
        changed.add(column);
        values.add(value);
    }

    void compute(MappedColumn column, @Nullable Object value) {
        set(column, value);
        note(column, value);
    }

    private void note(MappedColumn column, @Nullable Object value) {
        if (computed.isEmpty()) {
            computed = new ArrayList<>(1);
            computedValues = new ArrayList<>(1);
        }
        computed.add(column);
        computedValues.add(value);
    }

    void find(MappedColumn column, @Nullable Object value) {
        where.add(column);
        whereValues.add(value);
    }
}
