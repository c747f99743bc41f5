package dev.grapnel.sql.schema;

import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link Table}. Equal only to itself. Thread-safe once the mapping that made it is published.
 */
public final class Column {
    private final Table table;
    private final int position;
    private final String name;
    private final Class<?> javaType;
    private final DataType<?> dataType;
    private final boolean nullable;
    private final boolean primaryKey;
    private final boolean generated;
    private final boolean unique;
    private final int length;
    private final int precision;
    private final int scale;
    private final @Nullable String definition;
    private final @Nullable String serverDefault;
    private final @Nullable String generatedAs;
    private final @Nullable KeyBlocks keys;
    private final Field<Object> field;

    Column(Table table, int position, ColumnDefinition definition) {
        this.table = table;
        this.position = position;
        this.name = definition.name;
        this.javaType = definition.javaType;
        this.dataType = ColumnTypes.dataTypeOf(definition, table.name());
        this.nullable = definition.nullable;
        this.primaryKey = definition.primaryKey;
        this.generated = definition.generated;
        this.unique = definition.unique;
        this.length = definition.length;
        this.precision = definition.precision;
        this.scale = definition.scale;
        this.definition = definition.definition;
        this.serverDefault = definition.serverDefault;
        this.generatedAs = definition.generatedAs;
        this.keys = definition.keys;
        this.field = fieldOf(table, name, dataType);
    }

    @SuppressWarnings("unchecked") // jOOQ converts by the data type, which stays what it is
    private static Field<Object> fieldOf(Table table, String name, DataType<?> dataType) {
        return (Field<Object>) DSL.field(table.columnQualifier().append(name), dataType);
    }

    /** {@return the table} */
    public Table table() {
        return table;
    }

    /** {@return what the keys of new rows are taken from, or null if they come from elsewhere} */
    public @Nullable KeyBlocks keys() {
        return keys;
    }

    /** {@return the place among the table's columns, from zero} */
    public int position() {
        return position;
    }

    /** {@return the name in the database} */
    public String name() {
        return name;
    }

    /** {@return the type of the values, as the mapping gave it; may be primitive} */
    public Class<?> javaType() {
        return javaType;
    }

    /** {@return the type in the database, with the converter to the Java type} */
    public DataType<?> dataType() {
        return dataType;
    }

    /** {@return whether it takes null} */
    public boolean isNullable() {
        return nullable;
    }

    /** {@return whether it is part of the primary key} */
    public boolean isPrimaryKey() {
        return primaryKey;
    }

    /** {@return whether the database gives the value: an identity column} */
    public boolean isGenerated() {
        return generated;
    }

    /** {@return whether each value may stand once} */
    public boolean isUnique() {
        return unique;
    }

    /** {@return the greatest length of text or bytes} */
    public int length() {
        return length;
    }

    /** {@return all digits of a decimal number, 0 if not limited} */
    public int precision() {
        return precision;
    }

    /** {@return the digits behind the point of a decimal number} */
    public int scale() {
        return scale;
    }

    /** {@return the type of the column in the words of the database, to create it with; null: it follows from the mapping} */
    public @Nullable String definition() {
        return definition;
    }

    /** {@return the expression by which the database fills the column where an insert does not, or null} */
    public @Nullable String serverDefault() {
        return serverDefault;
    }

    /** {@return the expression by which the database computes the value from other columns, or null} */
    public @Nullable String generatedAs() {
        return generatedAs;
    }

    /** {@return a definition of the same column, for another table; without foreign keys} */
    public ColumnDefinition copied() {
        ColumnDefinition copy = ColumnDefinition.of(name, javaType)
                .length(length)
                .precision(precision, scale)
                .keys(keys)
                .dataType(dataType);
        copy.nullable = nullable;
        copy.primaryKey = primaryKey;
        copy.generated = generated;
        copy.unique = unique;
        copy.definition = definition;
        copy.serverDefault = serverDefault;
        copy.generatedAs = generatedAs;
        return copy;
    }

    /** {@return the first foreign key in which the column takes part, or null} */
    public @Nullable ForeignKey foreignKey() {
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().contains(this)) {
                return key;
            }
        }
        return null;
    }

    /**
     * Makes the values keys of another column.
     *
     * @param target the column referred to, as a rule a primary key
     * @param onDeleteCascade whether the database deletes this row with the other
     * @return the foreign key
     */
    public ForeignKey references(Column target, boolean onDeleteCascade) {
        return table.addForeignKey(List.of(this), List.of(target), onDeleteCascade);
    }

    /** {@return the column in jOOQ's words, qualified by the table} */
    public Field<Object> field() {
        return field;
    }

    @Override
    public String toString() {
        return table.name() + "." + name;
    }
}
