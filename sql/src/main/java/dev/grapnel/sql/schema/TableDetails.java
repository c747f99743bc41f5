package dev.grapnel.sql.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the mapping says about a {@link Table} that only its creation and a comparison with a live schema need: indexes, conditions, comments and
 * the names of constraints. The engine itself never asks. Thread-safe.
 */
public final class TableDetails {
    private final Set<Index> indexes = new LinkedHashSet<>();
    private final Set<Check> checks = new LinkedHashSet<>();
    private final Map<List<Column>, String> uniqueNames = new HashMap<>();
    private final Map<ForeignKey, String> foreignKeyNames = new HashMap<>();
    private final Map<Column, String> columnComments = new HashMap<>();
    private @Nullable String comment;

    TableDetails() {}

    /**
     * Adds an index; one that is there already is not added again.
     *
     * @param index over columns of this table
     */
    public synchronized void add(Index index) {
        indexes.add(index);
    }

    /**
     * Adds a condition; one that is there already is not added again.
     *
     * @param check about columns of this table
     */
    public synchronized void add(Check check) {
        checks.add(check);
    }

    /**
     * Names a unique constraint.
     *
     * @param columns of the constraint, as in {@link Table#uniqueConstraints()}
     * @param name in the database
     */
    public synchronized void nameUnique(List<Column> columns, String name) {
        uniqueNames.put(List.copyOf(columns), name);
    }

    /**
     * Names a foreign key.
     *
     * @param key of this table
     * @param name in the database
     */
    public synchronized void nameForeignKey(ForeignKey key, String name) {
        foreignKeyNames.put(key, name);
    }

    /**
     * Describes the table for people who look into the database.
     *
     * @param text the comment
     */
    public synchronized void comment(String text) {
        this.comment = text;
    }

    /**
     * Describes a column for people who look into the database.
     *
     * @param column of this table
     * @param text the comment
     */
    public synchronized void comment(Column column, String text) {
        columnComments.put(column, text);
    }

    /** {@return the indexes in order; a snapshot} */
    public synchronized List<Index> indexes() {
        return new ArrayList<>(indexes);
    }

    /** {@return the conditions in order; a snapshot} */
    public synchronized List<Check> checks() {
        return new ArrayList<>(checks);
    }

    /**
     * The name of a unique constraint.
     *
     * @param columns of the constraint
     * @return its name, or null if the database is to give one
     */
    public synchronized @Nullable String uniqueName(List<Column> columns) {
        return uniqueNames.get(columns);
    }

    /**
     * The name of a foreign key.
     *
     * @param key of this table
     * @return its name, or null if the database is to give one
     */
    public synchronized @Nullable String foreignKeyName(ForeignKey key) {
        return foreignKeyNames.get(key);
    }

    /** {@return the comment of the table, or null} */
    public synchronized @Nullable String comment() {
        return comment;
    }

    /**
     * The comment of a column.
     *
     * @param column of this table
     * @return its comment, or null
     */
    public synchronized @Nullable String comment(Column column) {
        return columnComments.get(column);
    }
}
