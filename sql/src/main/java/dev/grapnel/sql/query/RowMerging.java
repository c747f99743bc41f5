package dev.grapnel.sql.query;

import dev.grapnel.sql.load.PartMerging;
import dev.grapnel.sql.load.SentSelect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.AggregateFunction;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * How rows of values of several databases become one list: in the order of the query and within its range. Groups that several databases have
 * become one, where the values of each group tell that of all: a number of rows, a sum, the least or the greatest.
 *
 * @param fields that are selected
 */
record RowMerging(List<Field<?>> fields) implements PartMerging {
    private static final String ADVICE =
            "Ask one database, or select the values and compute over them. What can be put together are count(), sum(), min()"
                    + " and max() as they stand, without having() and range.";

    @Override
    public SentSelect part(SentSelect whole) {
        if (whole instanceof Query<?> query) {
            if (isOfGroups(query)) {
                requirePossible(query);
            }
            return query.part();
        }
        return whole;
    }

    private boolean isOfGroups(Query<?> query) {
        return query.clauses().isGrouped() || fields.stream().anyMatch(RowMerging::computesOverRows);
    }

    private void requirePossible(Query<?> query) {
        boolean possible = !query.clauses().restrictsGroups()
                && !query.hasRange()
                && fields.stream().allMatch(field -> isAddable(field) || !computesOverRows(field))
                && new PartOrder(query.order()).fields().stream().noneMatch(RowMerging::computesOverRows);
        if (!possible) {
            throw Merging.refused(query, "group rows, or compute over them,", ADVICE);
        }
    }

    @Override
    public Object merge(SentSelect whole, List<?> contents, Comparator<? super String> texts) {
        List<PartRow> rows = PartRow.of(contents);
        if (!(whole instanceof Query<?> query)) {
            return Merging.itemsOf(rows);
        }
        return Merging.items(query, isOfGroups(query) || query.clauses().isDistinct() ? together(rows) : rows, texts);
    }

    private List<PartRow> together(List<PartRow> rows) {
        List<Integer> added = new ArrayList<>();
        for (int at = 0; at < fields.size(); at++) {
            if (isAddable(fields.get(at))) {
                added.add(at);
            }
        }
        Map<List<@Nullable Object>, PartRow> groups = new LinkedHashMap<>();
        for (PartRow row : rows) {
            @Nullable Object[] group = ((@Nullable Object[]) row.item()).clone();
            added.forEach(at -> group[at] = null);
            groups.merge(Arrays.asList(group), row, (known, more) -> together(known, more, added));
        }
        return new ArrayList<>(groups.values());
    }

    private PartRow together(PartRow known, PartRow more, List<Integer> added) {
        @Nullable Object[] sum = ((@Nullable Object[]) known.item()).clone();
        for (int at : added) {
            sum[at] = together(fields.get(at), sum[at], ((@Nullable Object[]) more.item())[at]);
        }
        return new PartRow(sum, known.order(), known.nullsAreGreatest());
    }

    @SuppressWarnings("unchecked") // values of one field
    private static @Nullable Object together(Field<?> field, @Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        Field<?> computed = computed(field);
        if (computed instanceof QOM.Min<?> || computed instanceof QOM.Max<?>) {
            boolean less = ((Comparable<Object>) one).compareTo(other) < 0;
            return less == computed instanceof QOM.Min<?> ? one : other;
        }
        return field.getDataType().convert(new BigDecimal(one.toString()).add(new BigDecimal(other.toString())));
    }

    private static Field<?> computed(Field<?> field) {
        return field instanceof QOM.FieldAlias<?> alias ? alias.$field() : field;
    }

    private static boolean isAddable(Field<?> field) {
        Field<?> computed = computed(field);
        boolean known = (computed instanceof QOM.Count count && !count.$distinct())
                || (computed instanceof QOM.Sum sum && !sum.$distinct())
                || computed instanceof QOM.Min<?>
                || computed instanceof QOM.Max<?>;
        return known
                && ((QOM.WindowFunction<?>) computed).$windowSpecification() == null
                && ((QOM.WindowFunction<?>) computed).$windowDefinition() == null;
    }

    /** Whether an aggregate or a window is in a field; its parts are seen while it is rendered. */
    private static boolean computesOverRows(Field<?> field) {
        boolean[] met = {false};
        VisitListener looking =
                VisitListener.onVisitStart(visit -> met[0] |= visit.queryPart() instanceof AggregateFunction<?>
                        || visit.queryPart() instanceof QOM.WindowFunction<?>);
        DSL.using(new DefaultConfiguration().set(SQLDialect.DEFAULT).set(looking))
                .render(field);
        return met[0];
    }
}
