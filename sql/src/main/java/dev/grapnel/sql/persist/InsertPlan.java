package dev.grapnel.sql.persist;

import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.ColumnExpression;
import dev.grapnel.sql.statement.StatementCache;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How objects of one class become rows of one of its tables. What is done about each column is decided once for all rows that lack the same values:
 * most classes have one or two such forms. Thread-safe.
 */
final class InsertPlan {
    private final TableMapper mapper;
    private final FetchRules fetched;
    private final MappedColumn[] columns;
    /** For each column whether a value of the object is written. */
    private final boolean[] taken;

    private final @Nullable Object[] absent;
    private final boolean checksVersion;
    private final Map<Long, InsertForm> forms = new ConcurrentHashMap<>();
    private volatile @Nullable Latest latest;

    private record Latest(long given, InsertForm form) {}

    /** Those of one class, by the texts of a database. */
    private record Plans(Map<StatementCache, Map<Table, InsertPlan>> all) {}

    private InsertPlan(TableMapper mapper, Table table, FetchRules fetched) {
        this.mapper = mapper;
        this.fetched = fetched;
        this.columns = mapper.columns(table).toArray(MappedColumn[]::new);
        this.taken = new boolean[columns.length];
        this.absent = new @Nullable Object[columns.length];
        for (int at = 0; at < columns.length; at++) {
            taken[at] = columns[at].insertable() && !Versions.isOfDatabase(columns[at]) && !isCounted(columns[at]);
            absent[at] = Primitives.absentValue(columns[at].property().javaType());
        }
        MappedColumn version = mapper.versionColumn();
        this.checksVersion = version != null && Versions.isProgrammed(version);
    }

    static InsertPlan of(TableMapper mapper, Table table, StatementCache texts) {
        Map<StatementCache, Map<Table, InsertPlan>> all =
                mapper.attachment(Plans.class, any -> new Plans(new WeakHashMap<>())).all;
        synchronized (all) {
            return all.computeIfAbsent(texts, any -> new ConcurrentHashMap<>())
                    .computeIfAbsent(table, any -> new InsertPlan(mapper, table, new FetchRules(texts)));
        }
    }

    private boolean isCounted(MappedColumn mapped) {
        MappedColumn version = mapper.versionColumn();
        return version != null && mapped.column() == version.column() && Versions.isCounted(version);
    }

    boolean isOf(TableMapper other) {
        return mapper == other;
    }

    /** Whether an object may lack a version that the program has to set. */
    boolean checksVersion() {
        return checksVersion;
    }

    /** The row of an object. */
    InsertRow row(SaveItem item) {
        InstanceState state = item.state();
        @Nullable Object[] found = new @Nullable Object[columns.length];
        boolean expressed = false;
        long given = 0;
        for (int at = 0; at < columns.length; at++) {
            int index = columns[at].tracker().index();
            Object value = state.value(index);
            if (value != null && !Marker.is(value) && taken[at]) {
                found[at] = value;
                given |= 1L << at;
            } else {
                found[at] = absent[at];
                expressed |= state.expression(index) instanceof Field<?> && columns[at].insertable();
            }
        }
        InsertForm form = expressed || columns.length > Long.SIZE ? make(state) : form(given, state);
        return new InsertRow(item, form, form.values(found));
    }

    private InsertForm form(long given, InstanceState state) {
        Latest known = latest;
        if (known == null || known.given != given) {
            known = new Latest(given, forms.computeIfAbsent(given, any -> make(state)));
            latest = known;
        }
        return known.form;
    }

    private InsertForm make(InstanceState state) {
        InsertForm form = new InsertForm(this);
        for (int at = 0; at < columns.length; at++) {
            Object value = state.value(columns[at].tracker().index());
            boolean given = value != null && !Marker.is(value);
            Object expression = state.expression(columns[at].tracker().index());
            if (expression instanceof Field<?> assigned && columns[at].insertable() && !isCounted(columns[at])) {
                form.express(ColumnExpression.assigned(columns[at].column(), assigned));
                form.leave(columns[at], fetched.updated(mapper, columns[at]));
            } else if (given && taken[at]) {
                form.put(columns[at], at);
            } else {
                fill(form, at);
            }
        }
        return form;
    }

    /** What becomes of a column that the object has no value for. */
    private void fill(InsertForm form, int at) {
        MappedColumn mapped = columns[at];
        BasicProperty.Settings settings = mapped.property().settings();
        Supplier<?> computed = isCounted(mapped) ? () -> Versions.first(mapped) : settings.insertDefault();
        ColumnExpression expression = settings.inserted().expression() == null
                ? null
                : DeclaredExpressions.of(mapper).inserted(mapped);
        if (computed != null) {
            form.compute(mapped, at, computed);
        } else if (expression != null) {
            form.express(expression);
            form.leave(mapped, fetched.inserted(mapper, mapped));
        } else if (isLeftToDatabase(mapped)) {
            form.leave(mapped, fetched.inserted(mapper, mapped));
        } else {
            form.put(mapped, at);
        }
    }

    private static boolean isLeftToDatabase(MappedColumn mapped) {
        return mapped.column().isGenerated()
                || mapped.property().settings().serverDefault()
                || !mapped.insertable()
                || Versions.isOfDatabase(mapped);
    }
}
