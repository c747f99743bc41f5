package dev.grapnel.sql.mapping.declaration;

import org.jspecify.annotations.Nullable;

/**
 * What is written about a column.
 *
 * @param name of the column
 * @param form how the value is kept in it
 * @param size limits of the value
 * @param nullable whether it may be empty
 * @param unique whether no two rows may have the same
 * @param insertable whether an INSERT writes it
 * @param updatable whether an UPDATE writes it
 * @param serverDefault the default that the database gives, as an SQL expression; empty: it is not known which; null: none
 * @param generatedAs the expression by which the database computes the value; empty: it is not known which; null: it does not
 * @param conversion how the value is kept as one of another type, or null
 * @param table the secondary table it is in; empty for the table of the class
 * @param details what is said for the statement that creates it
 */
public record ColumnDeclaration(
        String name,
        Form form,
        Size size,
        boolean nullable,
        boolean unique,
        boolean insertable,
        boolean updatable,
        @Nullable String serverDefault,
        @Nullable String generatedAs,
        @Nullable Conversion conversion,
        String table,
        ColumnDetails details) {

    /** How a value is kept. */
    public enum Form {
        /** As its type says. */
        PLAIN,
        /** As a large object. */
        LARGE,
        /** An enum by its name. */
        ENUM_NAME,
        /** An enum by its position. */
        ENUM_ORDINAL
    }

    /**
     * Limits of a value.
     *
     * @param length greatest number of characters or bytes
     * @param precision number of digits, or 0 if it is not said
     * @param scale number of digits after the point
     */
    public record Size(int length, int precision, int scale) {
        /** What holds if nothing is said. */
        public static final Size DEFAULT = new Size(255, 0, 0);
    }

    /** The same column, empty or not. */
    public ColumnDeclaration nullable(boolean allowed) {
        return new ColumnDeclaration(
                name,
                form,
                size,
                allowed,
                unique,
                insertable,
                updatable,
                serverDefault,
                generatedAs,
                conversion,
                table,
                details);
    }

    /** The same column with something else said for the statement that creates it. */
    public ColumnDeclaration details(ColumnDetails said) {
        return new ColumnDeclaration(
                name,
                form,
                size,
                nullable,
                unique,
                insertable,
                updatable,
                serverDefault,
                generatedAs,
                conversion,
                table,
                said);
    }

    /** The same column under another name. */
    public ColumnDeclaration named(String columnName) {
        return new ColumnDeclaration(
                columnName,
                form,
                size,
                nullable,
                unique,
                insertable,
                updatable,
                serverDefault,
                generatedAs,
                conversion,
                table,
                details);
    }

    /** A column that nothing more is said about. */
    public static ColumnDeclaration plain(String name, boolean nullable) {
        return new ColumnDeclaration(
                name, Form.PLAIN, Size.DEFAULT, nullable, false, true, true, null, null, null, "", ColumnDetails.NONE);
    }
}
