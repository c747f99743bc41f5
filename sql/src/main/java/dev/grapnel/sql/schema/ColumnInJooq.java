package dev.grapnel.sql.schema;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A column in jOOQ's words, made when somebody asks for it: mappings are read without jOOQ, whose classes are loaded meanwhile.
 *
 * @param type in the database, with the converter to the Java type
 * @param field qualified by the table
 */
record ColumnInJooq(DataType<?> type, Field<Object> field) {
    @SuppressWarnings("unchecked") // jOOQ converts by the data type, which stays what it is
    static ColumnInJooq of(Table table, ColumnDefinition declared) {
        DataType<?> type = ColumnTypes.dataTypeOf(declared);
        return new ColumnInJooq(
                type, (Field<Object>) DSL.field(table.columnQualifier().append(declared.name), type));
    }
}
