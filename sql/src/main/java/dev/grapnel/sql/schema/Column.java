package dev.grapnel.sql.schema;

import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link Table}. Equal only to itself. Thread-safe once the mapping that made it is published.
 */
public final class Column {
    private final Table table;
    private final int position;
    private final ColumnDefinition declared;
    private volatile @Nullable ColumnInJooq jooq;

    Column(Table table, int position, ColumnDefinition declared) {
        ColumnTypes.requireKnown(declared, table.name());
        this.table = table;
        this.position = position;
        this.declared = declared;
    }

    private ColumnInJooq jooq() {
        ColumnInJooq known = jooq;
        return known == null ? makeJooq() : known;
    }

    private synchronized ColumnInJooq makeJooq() {
        ColumnInJooq made = jooq;
        if (made == null) {
            made = ColumnInJooq.of(table, declared);
            jooq = made;
        }
        return made;
    }

    /** {@return the table} */
    public Table table() {
        return table;
    }

    /** {@return what the keys of new rows are taken from, or null if they come from elsewhere} */
    public @Nullable KeyBlocks keys() {
        return declared.keys;
    }

    /** {@return the place among the table's columns, from zero} */
    public int position() {
        return position;
    }

    /** {@return the name in the database} */
    public String name() {
        return declared.name;
    }

    /** {@return the type of the values, as the mapping gave it; may be primitive} */
    public Class<?> javaType() {
        return declared.javaType;
    }

    /** {@return the type in the database, with the converter to the Java type} */
    public DataType<?> dataType() {
        return jooq().type();
    }

    /** {@return whether it takes null} */
    public boolean isNullable() {
        return declared.nullable;
    }

    /** {@return whether it is part of the primary key} */
    public boolean isPrimaryKey() {
        return declared.primaryKey;
    }

    /** {@return whether the database gives the value: an identity column} */
    public boolean isGenerated() {
        return declared.generated;
    }

    /** {@return whether each value may stand once} */
    public boolean isUnique() {
        return declared.unique;
    }

    /** {@return the greatest length of text or bytes} */
    public int length() {
        return declared.length;
    }

    /** {@return all digits of a decimal number, 0 if not limited} */
    public int precision() {
        return declared.precision;
    }

    /** {@return the digits behind the point of a decimal number} */
    public int scale() {
        return declared.scale;
    }

    /** {@return the type of the column in the words of the database, to create it with; null: it follows from the mapping} */
    public @Nullable String definition() {
        return declared.definition;
    }

    /** {@return the expression by which the database fills the column where an insert does not, or null} */
    public @Nullable String serverDefault() {
        return declared.serverDefault;
    }

    /** {@return the expression by which the database computes the value from other columns, or null} */
    public @Nullable String generatedAs() {
        return declared.generatedAs;
    }

    /** {@return a definition of the same column, for another table; without foreign keys} */
    public ColumnDefinition copied() {
        ColumnDefinition copy = ColumnDefinition.of(declared.name, declared.javaType)
                .length(declared.length)
                .precision(declared.precision, declared.scale)
                .keys(declared.keys)
                .dataType(dataType());
        copy.nullable = declared.nullable;
        copy.primaryKey = declared.primaryKey;
        copy.generated = declared.generated;
        copy.unique = declared.unique;
        copy.definition = declared.definition;
        copy.serverDefault = declared.serverDefault;
        copy.generatedAs = declared.generatedAs;
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
        return jooq().field();
    }

    @Override
    public String toString() {
        return table.name() + "." + declared.name;
    }
}
