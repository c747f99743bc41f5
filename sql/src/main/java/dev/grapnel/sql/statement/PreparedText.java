package dev.grapnel.sql.statement;

import dev.grapnel.sql.connection.StatementKind;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** The text of a statement, with the plan that says which value goes into which question mark. Immutable; equal only to itself. */
public final class PreparedText {
    private final String sql;
    private final StatementKind kind;
    private final Slot[] slots;
    private final List<String> keyColumns;
    private final boolean reused;
    private final boolean straight;
    private final boolean inTransaction;
    private volatile @Nullable Readers readers;

    /** What reads the rows of a query, for a list of types that is handed over again each time. */
    private record Readers(List<DataType<?>> selected, ValueTypes types, ColumnReader[] all) {}

    PreparedText(String sql, StatementKind kind, List<Slot> slots, List<String> keyColumns, boolean reused) {
        this(sql, kind, slots.toArray(Slot[]::new), keyColumns, reused, true);
    }

    private PreparedText(
            String sql,
            StatementKind kind,
            Slot[] slots,
            List<String> keyColumns,
            boolean reused,
            boolean inTransaction) {
        this.sql = sql;
        this.kind = kind;
        this.slots = slots;
        this.keyColumns = keyColumns;
        this.reused = reused;
        this.straight = isStraight(slots);
        this.inTransaction = inTransaction;
    }

    /** Whether each question mark takes the value at its own place. */
    private static boolean isStraight(Slot[] slots) {
        for (int at = 0; at < slots.length; at++) {
            if (slots[at].position() != at) {
                return false;
            }
        }
        return true;
    }

    /** The same text with the generated values of some columns to come back by way of JDBC. */
    PreparedText withKeys(List<String> columns) {
        return new PreparedText(sql, kind, List.of(slots), List.copyOf(columns), reused);
    }

    /** The same text for a read that sees the same whether a transaction has begun or not, where each statement sees what is committed. */
    PreparedText outsideToo() {
        return new PreparedText(sql, kind, slots, keyColumns, reused, false);
    }

    /** The same plan for a text that a listener put in place of this one; prepared each time. */
    PreparedText replacedBy(String text) {
        return text.equals(sql) ? this : new PreparedText(text, kind, List.of(slots), keyColumns, false);
    }

    /** {@return the text, with question marks for parameters} */
    public String sql() {
        return sql;
    }

    /** {@return what the statement does} */
    public StatementKind kind() {
        return kind;
    }

    /** {@return how many question marks it has} */
    public int questionMarks() {
        return slots.length;
    }

    /** Columns whose generated values JDBC is asked for. */
    List<String> keyColumns() {
        return keyColumns;
    }

    /** Whether it has to run within the transaction, whatever the isolation. */
    boolean runsInTransaction() {
        return inTransaction;
    }

    /** Whether it is likely to run again in the same transaction. */
    boolean isReused() {
        return reused;
    }

    /**
     * Sets all parameters.
     *
     * @param statement made from the text
     * @param values by the positions of the {@link Placeholders}
     * @throws SQLException if the driver refuses a value
     */
    void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int at = 0; at < slots.length; at++) {
            Slot slot = slots[at];
            slot.binder().bind(statement, at + 1, slot.position() < 0 ? slot.constant() : values[slot.position()]);
        }
    }

    /** What stands for the question marks, in their order; the same array if they are in that order. */
    @Nullable Object[] valuesOf(@Nullable Object[] parameters) {
        if (straight && parameters.length == slots.length) {
            return parameters;
        }
        @Nullable Object[] values = new @Nullable Object[slots.length];
        for (int at = 0; at < slots.length; at++) {
            values[at] = slots[at].position() < 0 ? slots[at].constant() : parameters[slots[at].position()];
        }
        return values;
    }

    /** What reads the values of rows, made once for the same list of types. */
    ColumnReader[] readers(List<DataType<?>> selected, ValueTypes types) {
        Readers known = readers;
        if (known == null || known.selected != selected || known.types != types) {
            known = new Readers(selected, types, types.readers(selected));
            readers = known;
        }
        return known.all;
    }

    @Override
    public String toString() {
        return sql;
    }

    /**
     * One question mark.
     *
     * @param binder for its type
     * @param position in the array of parameters, or -1 for a constant
     * @param constant the value if it is always the same
     */
    record Slot(Binder binder, int position, @Nullable Object constant) {}
}
