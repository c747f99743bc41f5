package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.sql.mapping.declaration.ColumnDetails;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.AssociationTable;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.ForeignKeyColumn;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.Order;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.OrderBy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads where a relationship is kept, and in which order it is loaded. */
final class JoinReader {
    private JoinReader() {}

    static List<ForeignKeyColumn> columns(EntityField field) {
        AssociationOverride override = field.annotation(AssociationOverride.class);
        if (override != null && override.joinColumns().length > 0) {
            return columns(override.joinColumns());
        }
        return columns(field.annotated().getAnnotationsByType(JoinColumn.class));
    }

    static List<ForeignKeyColumn> columns(JoinColumn[] written) {
        return Arrays.stream(written).map(JoinReader::column).toList();
    }

    private static ForeignKeyColumn column(JoinColumn column) {
        return new ForeignKeyColumn(
                column.name(),
                column.referencedColumnName(),
                column.nullable(),
                column.unique(),
                column.insertable(),
                column.updatable(),
                column.foreignKey().value() != ConstraintMode.NO_CONSTRAINT,
                column.foreignKey().name(),
                new ColumnDetails(
                        TableReader.orNull(column.columnDefinition()),
                        TableReader.orNull(column.comment()),
                        TableReader.checks(column.check()),
                        -1));
    }

    static @Nullable AssociationTable table(EntityField field) {
        JoinTable table = tableOf(field);
        return table == null
                ? null
                : new AssociationTable(
                        table.schema(),
                        table.name(),
                        columnsOfTable(field, table.joinColumns()),
                        columnsOfTable(field, table.inverseJoinColumns()),
                        TableReader.constraints(table));
    }

    private static @Nullable JoinTable tableOf(EntityField field) {
        AssociationOverride override = field.annotation(AssociationOverride.class);
        return override != null && override.joinColumns().length == 0
                ? override.joinTable()
                : field.annotation(JoinTable.class);
    }

    /** Columns of a table of links or elements, which are always written, and never change. */
    static List<ForeignKeyColumn> columnsOfTable(EntityField field, JoinColumn[] written) {
        for (JoinColumn column : written) {
            if (!column.insertable() || !column.updatable()) {
                throw field.wrong(
                        "column '" + column.name()
                                + "' of its table is not insertable or not updatable, and nobody else could write it. Leave that out.");
            }
        }
        return columns(written);
    }

    /** The order that {@code @OrderBy} asks for; null if there is none, empty for the primary key. */
    static @Nullable List<Order> order(EntityField field, boolean several) {
        OrderBy order = field.annotation(OrderBy.class);
        if (order == null) {
            return null;
        }
        if (!several) {
            throw field.wrong("@OrderBy is for collections, and this is a single reference. Leave it out.");
        }
        if (order.value().isBlank()) {
            return List.of();
        }
        return Arrays.stream(order.value().split(",", -1))
                .map(step -> step(field, step.strip()))
                .toList();
    }

    private static Order step(EntityField field, String step) {
        String[] words = step.split("\\s+", -1);
        String direction = words.length == 1 ? "ASC" : words[1].toUpperCase(Locale.ROOT);
        if (words[0].isEmpty() || words.length > 2 || !(direction.equals("ASC") || direction.equals("DESC"))) {
            throw field.wrong("@OrderBy has the step '" + step
                    + "'. Write steps like 'name' or 'name DESC', with commas between.");
        }
        if (words[0].contains(".")) {
            throw field.wrong("@OrderBy goes through '" + words[0]
                    + "', and only attributes of the elements themselves are supported. Name one of those.");
        }
        return new Order(words[0], direction.equals("DESC"));
    }
}
