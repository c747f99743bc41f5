package dev.grapnel.sql.load;

import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Select;

/**
 * A SELECT whose text is not worth keeping.
 *
 * @param select the statement
 * @param types of the values in its SELECT list
 */
public record Selection(Select<?> select, List<DataType<?>> types) {
    /**
     * A SELECT of columns.
     *
     * @param select the statement
     * @param columns of its SELECT list
     * @return the selection
     */
    static Selection of(Select<?> select, List<Column> columns) {
        List<DataType<?>> types = new ArrayList<>(columns.size());
        columns.forEach(column -> types.add(column.dataType()));
        return new Selection(select, types);
    }
}
