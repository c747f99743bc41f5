package dev.grapnel.sql.statement;

import dev.grapnel.sql.schema.Column;
import java.util.List;
import org.jooq.Field;

/**
 * A column that a statement writes by an expression. Equal only to itself, since to compare what jOOQ has is to render it.
 */
public final class ColumnExpression {
    private final Column column;
    private final Field<?> value;
    private final boolean declared;

    private ColumnExpression(Column column, Field<?> value, boolean declared) {
        this.column = column;
        this.value = value;
        this.declared = declared;
    }

    /**
     * An expression of the mapping; texts with it are kept.
     *
     * @param column that is written
     * @param value in jOOQ's words
     * @return the expression, to be made once
     */
    public static ColumnExpression declared(Column column, Field<?> value) {
        return new ColumnExpression(column, value, true);
    }

    /**
     * An expression that one object has for once.
     *
     * @param column that is written
     * @param value in jOOQ's words
     * @return the expression
     */
    public static ColumnExpression assigned(Column column, Field<?> value) {
        return new ColumnExpression(column, value, false);
    }

    /** {@return the column that is written} */
    public Column column() {
        return column;
    }

    /** {@return the expression in jOOQ's words} */
    public Field<?> value() {
        return value;
    }

    static boolean areDeclared(List<ColumnExpression> expressions) {
        for (ColumnExpression expression : expressions) {
            if (!expression.declared) {
                return false;
            }
        }
        return true;
    }
}
