package dev.grapnel.sql.query;

import dev.grapnel.sql.attribute.TypedColumn;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.load.RowCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** The order of rows that come from several databases: its values are selected behind those that are asked for. */
final class PartOrder {
    private final List<Part> parts = new ArrayList<>();

    private record Part(Field<?> field, boolean descending, QOM.@Nullable NullOrdering nulls) {
        DataType<?> type() {
            return field instanceof TypedColumn typed ? typed.column().dataType() : field.getDataType();
        }

        /** Whether nulls stand behind all values. */
        boolean nullsBehind(boolean nullsAreGreatest) {
            return nulls == null ? nullsAreGreatest != descending : nulls == QOM.NullOrdering.NULLS_LAST;
        }
    }

    PartOrder(List<OrderField<?>> order) {
        for (OrderField<?> one : order) {
            parts.add(
                    one instanceof SortField<?> sort
                            ? new Part(sort.$field(), sort.getOrder() == SortOrder.DESC, sort.$nullOrdering())
                            : new Part((Field<?>) one, false, null));
        }
    }

    List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>();
        parts.forEach(part -> fields.add(part.field));
        return fields;
    }

    List<DataType<?>> types() {
        List<DataType<?>> types = new ArrayList<>();
        parts.forEach(part -> types.add(part.type()));
        return types;
    }

    /**
     * A row with its values of the order.
     *
     * @param item what was asked for
     * @param rows at the row
     * @param first where the values begin
     * @param dialect of the database
     * @return the row
     */
    PartRow row(Object item, RowCursor rows, int first, Dialect dialect) {
        @Nullable Object[] values = new Object[parts.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = rows.value(first + at);
        }
        return new PartRow(item, values, dialect.nullsAreGreatest());
    }

    /**
     * Which row comes first. Rows that a listener gave without such values come last.
     *
     * @param texts the order of texts
     * @return the order
     */
    Comparator<PartRow> comparator(Comparator<? super String> texts) {
        return (one, other) -> {
            for (int at = 0; at < parts.size(); at++) {
                int difference = compare(parts.get(at), one, other, at, texts);
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        };
    }

    private static int compare(Part part, PartRow one, PartRow other, int at, Comparator<? super String> texts) {
        Object left = at < one.order().length ? one.order()[at] : null;
        Object right = at < other.order().length ? other.order()[at] : null;
        if (left == null || right == null) {
            int nullFirst = Boolean.compare(right == null, left == null);
            return part.nullsBehind(one.nullsAreGreatest()) ? -nullFirst : nullFirst;
        }
        int difference = compare(left, right, texts);
        return part.descending ? -difference : difference;
    }

    @SuppressWarnings("unchecked") // values of one column
    private static int compare(Object left, Object right, Comparator<? super String> texts) {
        return left instanceof String text
                ? texts.compare(text, (String) right)
                : ((Comparable<Object>) left).compareTo(right);
    }
}
