package dev.grapnel.sql.mapping;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.sql.schema.Column;

/**
 * One attribute of a class in one column. A key attribute of a joined subclass is in a column of each of its tables.
 *
 * @param property the attribute
 * @param column the column
 * @param tracker the attribute of this very class; a subclass has one of its own
 * @param insertable whether an INSERT writes the column
 * @param updatable whether an UPDATE writes it
 */
public record MappedColumn(
        BasicProperty property, Column column, AttributeTracker tracker, boolean insertable, boolean updatable) {
    /** {@return the name of the attribute} */
    public String attribute() {
        return property.name();
    }
}
