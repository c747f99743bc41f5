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
        if (order != null) {
            return position(field, shape, order);
        }
        if (!MapKeys.isAny(field)) {
            return null;
        }
        return MapKeys.ofObjects(field)
                ? new PlaceDeclaration(null, MapKeys.type(field), MapKeys.columns(field))
                : PlaceDeclaration.of(MapKeys.value(field, true));
    }

    /** Fails if something is said about places, and there are none. */
    static void refuse(EntityField field, String what) {
        if (field.has(OrderColumn.class)) {
            throw field.wrong("@OrderColumn keeps the positions in a list of objects or values, and this is " + what
                    + ". Leave it out.");
        }
        if (MapKeys.isAny(field)) {
            throw field.wrong("it says something about the keys of a map, and this is " + what + ". Leave it out.");
        }
    }

    private static PlaceDeclaration position(EntityField field, CollectionShape shape, OrderColumn order) {
        if (shape.kind() != CollectionKind.POSITIONED_LIST) {
            throw field.wrong("@OrderColumn keeps the order of a list, and the field is of "
                    + field.type().getName() + ". Declare it as java.util.List, or leave @OrderColumn out.");
        }
        if (field.has(OrderBy.class)) {
            throw field.wrong("it has @OrderColumn and @OrderBy, and a list has one order. Decide for one.");
        }
        return PlaceDeclaration.of(new ValueDeclaration(
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
