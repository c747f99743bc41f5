package dev.grapnel.sql.attribute;

import dev.grapnel.sql.schema.Column;

/** A field that stands for a mapped column, whose type is exactly known once the class is mapped. */
public interface TypedColumn {
    /**
     * The column.
     *
     * @return the column
     * @throws dev.grapnel.core.error.UnmappedClassException if the class is not mapped
     */
    Column column();
}
