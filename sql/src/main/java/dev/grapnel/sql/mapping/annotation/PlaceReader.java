package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration.Form;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration.Size;
import dev.grapnel.sql.mapping.declaration.ColumnDetails;
import dev.grapnel.sql.mapping.declaration.PlaceDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where the place of each member of a collection of objects is kept. */
final class PlaceReader {
    private PlaceReader() {}

    /** The place; null if none is kept. */
    static @Nullable PlaceDeclaration read(EntityField field, CollectionShape shape) {
        OrderColumn order = field.annotation(OrderColumn.class);
        return order == null ? null : position(field, shape, order);
    }

    private static PlaceDeclaration position(EntityField field, CollectionShape shape, OrderColumn order) {
        if (shape.kind() != CollectionKind.POSITIONED_LIST) {
            throw field.wrong("@OrderColumn keeps the order of a list, and the field is of "
                    + field.type().getName() + ". Declare it as java.util.List, or leave @OrderColumn out.");
        }
        if (field.has(OrderBy.class)) {
            throw field.wrong("it has @OrderColumn and @OrderBy, and a list has one order. Decide for one.");
        }
        return new PlaceDeclaration(new ValueDeclaration(
                field.name(),
                Integer.class,
                ValueDeclaration.Role.DATA,
                positionColumn(field, order),
                BasicProperty.Settings.PLAIN,
                null));
    }

    /** The column of the positions in a list. */
    static ColumnDeclaration positionColumn(EntityField field, OrderColumn order) {
        return new ColumnDeclaration(
                order.name().isEmpty() ? field.name() + "_ORDER" : order.name(),
                Form.PLAIN,
                Size.DEFAULT,
                order.nullable(),
                false,
                true,
                true,
                null,
                null,
                null,
                "",
                new ColumnDetails(TableReader.orNull(order.columnDefinition()), null, List.of(), -1));
    }
}
