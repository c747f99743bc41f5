package dev.grapnel.sql.statement;

import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.dialect.GeneratedKeys;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Insert;
import org.jooq.InsertQuery;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An insert into some columns of a table, whose generated values may be read back. Thread-safe.
 *
 * <p>Where an insert of many rows returns the generated values, there is a text for each power of two of rows, so that any number of rows
 * goes in few statements of few shapes.
 */
public final class InsertText {
    /** More rows in one text gain nothing. */
    private static final int MOST_ROWS_AS_POWER_OF_TWO = 9;

    private final InsertShape shape;
    private final Table table;
    private final List<Column> columns;
    private final List<Column> returned;
    private final List<ColumnExpression> expressions;
    private final Dialect dialect;
    private final TextRenderer renderer;
    private final DSLContext context;
    private final ColumnReader[] readers;
    private final int constants;
    private final boolean reused;
    private final boolean fromArrays;
    private volatile @Nullable Found found;
    private final AtomicReferenceArray<@Nullable PreparedText> texts =
            new AtomicReferenceArray<>(MOST_ROWS_AS_POWER_OF_TWO + 1);

    /** An insert from arrays, or that there is none. */
    private record Found(@Nullable ArrayText arrays) {}

    InsertText(
            InsertShape shape,
            Dialect dialect,
            boolean fromArrays,
            DSLContext context,
            TextRenderer renderer,
            ValueTypes types) {
        this.shape = shape;
        this.fromArrays = fromArrays;
        this.table = shape.table();
        this.columns = shape.columns();
        this.returned = shape.returned();
        this.expressions = shape.expressions();
        this.dialect = dialect;
        this.context = context;
        this.renderer = renderer;
        this.readers = returned.stream().map(types::reader).toArray(ColumnReader[]::new);
        this.constants = expressions.stream()
                .mapToInt(expression ->
                        context.extractBindValues(expression.value()).size())
                .sum();
        this.reused = ColumnExpression.areDeclared(expressions);
    }

    /** {@return the columns that get a value, in the order of the values of a row} */
    public List<Column> columns() {
        return columns;
    }

    /** {@return the columns to read back, in the order of the values that come back} */
    public List<Column> returned() {
        return returned;
    }

    /** How generated values come back. */
    GeneratedKeys generatedKeys() {
        return dialect.generatedKeys();
    }

    ColumnReader[] readers() {
        return readers;
    }

    /** The place among the returned columns of the key that the database counts up, or -1. */
    int countedKey() {
        for (int at = 0; at < returned.size(); at++) {
            if (returned.get(at).isGenerated()) {
                return at;
            }
        }
        return -1;
    }

    /** Whether rows that come back need not be in order, but generated keys are. */
    boolean orderIsCounted() {
        return dialect.family() == SQLDialect.SQLITE;
    }

    /** The same insert from arrays, or null if the database does not take its rows so. */
    @Nullable ArrayText arrays() {
        if (!fromArrays) {
            return null;
        }
        Found known = found;
        if (known == null) {
            known = new Found(ArrayText.insert(shape, single(), context, renderer));
            found = known;
        }
        return known.arrays;
    }

    /** The text for a single row. */
    PreparedText single() {
        return forPowerOfTwo(0);
    }

    /** The greatest number of rows, a power of two, that one text may have for so many that are left. */
    int rowsOfNextText(int left) {
        boolean oneByOne = columns.isEmpty() || (orderIsCounted() && countedKey() < 0);
        int fitting = oneByOne ? 1 : dialect.maximumParameters() / (columns.size() + constants);
        int rows = Math.min(Math.min(left, fitting), 1 << MOST_ROWS_AS_POWER_OF_TWO);
        return Math.max(1, Integer.highestOneBit(rows));
    }

    /** The text for a number of rows that {@link #rowsOfNextText} gave. */
    PreparedText forRows(int rows) {
        return forPowerOfTwo(Integer.numberOfTrailingZeros(rows));
    }

    private PreparedText forPowerOfTwo(int power) {
        PreparedText known = texts.get(power);
        if (known == null) {
            known = render(1 << power);
            texts.set(power, known);
        }
        return known;
    }

    private PreparedText render(int rows) {
        Insert<?> insert = insert(rows);
        if (returned.isEmpty()) {
            return renderer.render(insert, StatementKind.INSERT, reused);
        }
        if (generatedKeys() == GeneratedKeys.ROWS_RETURNED) {
            return renderer.render(returning(insert), StatementKind.INSERT, reused);
        }
        return renderer.render(insert, StatementKind.INSERT, reused)
                .withKeys(returned.stream().map(Column::name).toList());
    }

    /** As a template, since jOOQ renders the clause for SQLite only in statements that it runs itself. */
    private Query returning(Insert<?> insert) {
        List<Field<?>> fields = new ArrayList<>();
        returned.forEach(column -> fields.add(DSL.field(DSL.name(column.name()))));
        return context.resultQuery("{0} returning {1}", insert, DSL.list(fields));
    }

    /** Without the fluent form, whose classes for each number of columns take long to load before the first insert. */
    private Insert<?> insert(int rows) {
        InsertQuery<Record> insert = context.insertQuery(table.asJooq());
        if (columns.isEmpty() && expressions.isEmpty()) {
            insert.setDefaultValues();
            return insert;
        }
        for (int row = 0; row < rows; row++) {
            insert.newRecord();
            addPlaceholders(insert, row * columns.size());
        }
        return insert;
    }

    @SuppressWarnings("unchecked") // an expression of the column's own type
    private void addPlaceholders(InsertQuery<Record> insert, int from) {
        for (int at = 0; at < columns.size(); at++) {
            add(insert, columns.get(at).field(), Placeholders.of(columns.get(at), from + at));
        }
        for (ColumnExpression expression : expressions) {
            add(insert, expression.column().field(), (Field<Object>) expression.value());
        }
    }

    /** With a type of its own, as a value that is an {@code Object} could be the parameter itself, too. */
    private static <T> void add(InsertQuery<Record> insert, Field<T> column, Field<T> value) {
        insert.addValue(column, value);
    }

    /** The values of some rows in one array, as the text for so many rows wants them. */
    @Nullable Object[] flat(List<@Nullable Object[]> rows) {
        if (rows.size() == 1) {
            return rows.get(0);
        }
        @Nullable Object[] all = new @Nullable Object[rows.size() * columns.size()];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, all, row * columns.size(), columns.size());
        }
        return all;
    }

    @Override
    public String toString() {
        return "insert into " + table + Arrays.toString(columns.toArray());
    }
}
