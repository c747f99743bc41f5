package dev.grapnel.sql.schema;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClosestName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Name;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * A table of the database as the mapping wants it. Equal only to itself.
 *
 * <p>The mapping adds columns and constraints, one thread at a time; a registry that accepts further mappers may do so while other
 * threads read, who see the table before or after each addition.
 *
 * <p>Names are rendered quoted, so they mean what they say: {@code contact} and {@code CONTACT} are two tables on PostgreSQL. Give names
 * in lower case unless the database really has others.
 */
public final class Table {
    private final String name;
    private final @Nullable String schema;
    private final @Nullable String catalog;
    private final @Nullable String alias;
    private volatile @Nullable TableInJooq jooq;
    private final TableDetails details = new TableDetails();
    private volatile List<Column> columns = List.of();
    private volatile List<Column> primaryKey = List.of();
    private volatile List<ForeignKey> foreignKeys = List.of();
    private volatile Set<List<Column>> uniqueConstraints = Set.of();

    /**
     * Begins a table without columns, in the connection's own schema.
     *
     * @param name of the table
     */
    public Table(String name) {
        this(name, null, null);
    }

    /**
     * Begins a table without columns.
     *
     * @param name of the table
     * @param schema in which it is, or null for that of the connection
     * @param catalog in which the schema is, or null
     */
    public Table(String name, @Nullable String schema, @Nullable String catalog) {
        this(name, schema, catalog, null);
    }

    private Table(String name, @Nullable String schema, @Nullable String catalog, @Nullable String alias) {
        this.name = name;
        this.schema = schema;
        this.catalog = catalog;
        this.alias = alias;
    }

    private TableInJooq jooq() {
        TableInJooq known = jooq;
        return known == null ? makeJooq() : known;
    }

    private synchronized TableInJooq makeJooq() {
        TableInJooq made = jooq;
        if (made == null) {
            made = TableInJooq.of(catalog, schema, name, alias);
            jooq = made;
        }
        return made;
    }

    /**
     * Begins a table without columns that statements call by another name, so that columns of the same name in several tables are written
     * alike, and one table can stand in the place of another.
     *
     * @param name of the table
     * @param schema in which it is, or null for that of the connection
     * @param alias what statements call it
     * @return the table
     */
    public static Table called(String name, @Nullable String schema, String alias) {
        return new Table(name, schema, null, alias);
    }

    /** {@return the name} */
    public String name() {
        return name;
    }

    /** {@return the schema, or null for that of the connection} */
    public @Nullable String schema() {
        return schema;
    }

    /** {@return the catalog, or null} */
    public @Nullable String catalog() {
        return catalog;
    }

    /** {@return the name with schema and catalog if there are any} */
    public Name qualifiedName() {
        return jooq().name();
    }

    /** {@return what stands in front of a column's name in a statement} */
    public Name columnQualifier() {
        return jooq().columnQualifier();
    }

    /** {@return the table in jOOQ's words, as an INSERT or a statement about the table itself names it} */
    public org.jooq.Table<Record> asJooq() {
        return jooq().table();
    }

    /** {@return the table in jOOQ's words, under the name that its columns are qualified with: for SELECT, UPDATE and DELETE} */
    public org.jooq.Table<Record> inStatements() {
        return jooq().inStatements();
    }

    /** {@return indexes, conditions, comments and names of constraints} */
    public TableDetails details() {
        return details;
    }

    /** {@return the columns in order; a snapshot} */
    public List<Column> columns() {
        return columns;
    }

    /** {@return the columns of the primary key in order; a snapshot} */
    public List<Column> primaryKey() {
        return primaryKey;
    }

    /** {@return the foreign keys of this table's columns; a snapshot} */
    public List<ForeignKey> foreignKeys() {
        return foreignKeys;
    }

    /** {@return the sets of columns whose values together may stand once, single unique columns included; a snapshot} */
    public Set<List<Column>> uniqueConstraints() {
        return uniqueConstraints;
    }

    /**
     * A column by name.
     *
     * @param columnName its name
     * @return the column
     * @throws MappingException if there is none of that name
     */
    public Column column(String columnName) {
        Column found = find(columnName);
        if (found == null) {
            List<String> names = columns.stream().map(Column::name).toList();
            throw new MappingException("Cannot find column '" + columnName + "' of table '" + name
                    + "': it has none of that name." + ClosestName.hint(columnName, names));
        }
        return found;
    }

    /**
     * A column by name, if there is one.
     *
     * @param columnName its name
     * @return the column, or null
     */
    public @Nullable Column find(String columnName) {
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return column;
            }
        }
        return null;
    }

    /**
     * Adds a column.
     *
     * @param definition what is said about it
     * @return the column
     * @throws MappingException if there is one of that name, or the Java type cannot be kept in a column
     */
    public synchronized Column add(ColumnDefinition definition) {
        if (find(definition.name) != null) {
            throw new MappingException("Cannot add column '" + definition.name + "' to table '" + name
                    + "': it has one of that name. Map the attribute to another column, or share the one there is.");
        }
        Column column = new Column(this, columns.size(), definition);
        columns = and(columns, column);
        if (column.isPrimaryKey()) {
            primaryKey = and(primaryKey, column);
        }
        if (column.isUnique()) {
            addUnique(List.of(column));
        }
        return column;
    }

    /**
     * Allows each combination of values once.
     *
     * @param together columns of this table
     */
    public synchronized void addUnique(List<Column> together) {
        Set<List<Column>> more = new LinkedHashSet<>(uniqueConstraints);
        more.add(List.copyOf(together));
        uniqueConstraints = Collections.unmodifiableSet(more);
    }

    /**
     * Makes columns hold the key of a row elsewhere. A foreign key that is there already is not added again.
     *
     * @param from columns of this table
     * @param targets the columns referred to, in the same order
     * @param onDeleteCascade whether the database deletes the referring row with the other
     * @return the foreign key
     */
    public synchronized ForeignKey addForeignKey(List<Column> from, List<Column> targets, boolean onDeleteCascade) {
        ForeignKey key = new ForeignKey(from, targets, onDeleteCascade);
        if (!foreignKeys.contains(key)) {
            foreignKeys = and(foreignKeys, key);
        }
        return key;
    }

    private static <E> List<E> and(List<E> before, E more) {
        List<E> after = new ArrayList<>(before);
        after.add(more);
        return List.copyOf(after);
    }

    @Override
    public String toString() {
        return name;
    }
}
