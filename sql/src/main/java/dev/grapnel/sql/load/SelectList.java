package dev.grapnel.sql.load;

import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;

/** The SELECT list of a statement while it is put together. */
final class SelectList {
    private final List<Field<?>> fields = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<DataType<?>> types = new ArrayList<>();
    private final boolean flat;
    private int aliases;

    /**
     * An empty list.
     *
     * @param flat whether each object has to have one row, and the statement is not repeated around others
     */
    SelectList(boolean flat) {
        this.flat = flat;
    }

    boolean isFlat() {
        return flat;
    }

    /** Adds a column and gives its position. */
    int add(Field<?> field, Column column) {
        fields.add(field);
        columns.add(column);
        types.add(column.dataType());
        return fields.size() - 1;
    }

    String nextAlias() {
        return "j" + ++aliases + "_";
    }

    List<Field<?>> fields() {
        return fields;
    }

    List<Column> columns() {
        return columns;
    }

    List<DataType<?>> types() {
        return types;
    }
}
