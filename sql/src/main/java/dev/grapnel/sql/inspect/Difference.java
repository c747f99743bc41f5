package dev.grapnel.sql.inspect;

import java.util.List;

/**
 * Something in which a database is not as the mapping wants it. Immutable; equal if it says the same.
 *
 * <pre>{@code
 * for (Difference difference : Schema.of(registry).validate(engine).differences()) {
 *     if (difference instanceof Difference.MissingColumn column) { … }
 * }
 * }</pre>
 */
public sealed interface Difference {
    /** {@return the table, with its schema if the mapping names one; for a sequence its own name} */
    String where();

    /** {@return what is mapped and what is there, as the end of a sentence that begins with the table} */
    String what();

    /** {@return the whole sentence} */
    default String describe() {
        return where() + ": " + what();
    }

    /**
     * There is no such table, nor a view of that name.
     *
     * @param where the table
     */
    record MissingTable(String where) implements Difference {
        @Override
        public String what() {
            return "the table is missing";
        }
    }

    /**
     * The table has no such column.
     *
     * @param where the table
     * @param column of the mapping
     * @param type that it should have
     */
    record MissingColumn(String where, String column, String type) implements Difference {
        @Override
        public String what() {
            return "column '" + column + "' (" + type + ") is missing";
        }
    }

    /**
     * The column holds values of another type or size.
     *
     * @param where the table
     * @param column in question
     * @param mapped the type that it should have
     * @param found the type that it has
     */
    record WrongType(String where, String column, String mapped, String found) implements Difference {
        @Override
        public String what() {
            return "column '" + column + "' is mapped as " + mapped + " and is " + found;
        }
    }

    /**
     * The column takes null and should not, or the other way round.
     *
     * @param where the table
     * @param column in question
     * @param mappedNullable whether the mapping lets it be null
     */
    record WrongNullability(String where, String column, boolean mappedNullable) implements Difference {
        @Override
        public String what() {
            return "column '" + column + "' "
                    + (mappedNullable
                            ? "may be null in the mapping and is not null"
                            : "is not null in the mapping and may be null");
        }
    }

    /**
     * The mapping leaves the value to the database, which does not count it up.
     *
     * @param where the table
     * @param column in question
     */
    record NotGenerated(String where, String column) implements Difference {
        @Override
        public String what() {
            return "column '" + column + "' is mapped as generated and is no identity column";
        }
    }

    /**
     * A column that no attribute is mapped to wants a value, so that every insert fails.
     *
     * @param where the table
     * @param column of the database
     * @param type that it has
     */
    record UnmappedRequired(String where, String column, String type) implements Difference {
        @Override
        public String what() {
            return "column '" + column + "' (" + type + ") is not mapped, may not be null and has no default";
        }
    }

    /**
     * The primary key is missing, or made of other columns.
     *
     * @param where the table
     * @param mapped its columns in the mapping
     * @param found its columns in the database; empty if there is no primary key
     */
    record WrongPrimaryKey(String where, List<String> mapped, List<String> found) implements Difference {
        /** Keeps the columns as they are. */
        public WrongPrimaryKey {
            mapped = List.copyOf(mapped);
            found = List.copyOf(found);
        }

        @Override
        public String what() {
            return "the primary key is " + mapped + " in the mapping and " + (found.isEmpty() ? "missing" : found);
        }
    }

    /**
     * No foreign key of these columns leads to that table.
     *
     * @param where the table
     * @param columns that refer
     * @param target the table referred to
     * @param targetColumns the columns referred to
     */
    record MissingForeignKey(String where, List<String> columns, String target, List<String> targetColumns)
            implements Difference {
        /** Keeps the columns as they are. */
        public MissingForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }

        @Override
        public String what() {
            return "the foreign key " + columns + " to " + target + " " + targetColumns + " is missing";
        }
    }

    /**
     * Nothing holds the values of these columns to be unique.
     *
     * @param where the table
     * @param columns whose values together may stand once
     */
    record MissingUnique(String where, List<String> columns) implements Difference {
        /** Keeps the columns as they are. */
        public MissingUnique {
            columns = List.copyOf(columns);
        }

        @Override
        public String what() {
            return "the unique constraint " + columns + " is missing";
        }
    }

    /**
     * No index has these columns.
     *
     * @param where the table
     * @param name of the index in the mapping
     * @param columns in order
     */
    record MissingIndex(String where, String name, List<String> columns) implements Difference {
        /** Keeps the columns as they are. */
        public MissingIndex {
            columns = List.copyOf(columns);
        }

        @Override
        public String what() {
            return "the index '" + name + "' " + columns + " is missing";
        }
    }

    /**
     * There is no such sequence.
     *
     * @param where the sequence
     */
    record MissingSequence(String where) implements Difference {
        @Override
        public String what() {
            return "the sequence is missing";
        }
    }

    /**
     * The step of a sequence is not the size of the blocks in which the mapping takes keys, so that keys would be given out twice.
     *
     * @param where the sequence
     * @param mapped the size of a block
     * @param found the step between values of the sequence
     */
    record WrongStep(String where, long mapped, long found) implements Difference {
        @Override
        public String what() {
            return "the sequence counts in steps of " + found + ", and the mapping (allocationSize) wants " + mapped;
        }
    }
}
