package dev.grapnel.conformance.database;

import dev.grapnel.conformance.format.Models;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Constraint;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Creates the tables of a model. */
final class Tables {
    private static final int TEXT_LENGTH = 200;

    private Tables() {}

    static void create(DSLContext context, Models.Group model, KeySource keys) {
        model.tables().forEach(table -> create(context, table, keys));
    }

    private static void create(DSLContext context, Models.Table table, KeySource keys) {
        CreateTableElementListStep step = context.createTable(DSL.name(table.name()));
        for (Models.Column column : table.columns()) {
            step = step.column(DSL.name(column.name()), type(table, column, keys));
        }
        step.constraints(constraints(table)).execute();
        if (table.columns().stream().anyMatch(Models.Column::generated)) {
            keys.watch(table.name());
        }
    }

    private static DataType<?> type(Models.Table table, Models.Column column, KeySource keys) {
        if (column.generated()) {
            return keys.type(table.name());
        }
        DataType<?> type = column.number() ? SQLDataType.INTEGER : SQLDataType.VARCHAR(TEXT_LENGTH);
        String serverDefault = column.serverDefault();
        if (serverDefault != null) {
            return SQLDataType.VARCHAR(TEXT_LENGTH).defaultValue(serverDefault);
        }
        return type.nullable(column.nullable());
    }

    private static List<Constraint> constraints(Models.Table table) {
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(DSL.primaryKey(fields(table.key())));
        for (Models.Column column : table.columns()) {
            if (column.unique()) {
                constraints.add(DSL.unique(DSL.name(column.name())));
            }
            if (column.foreignKey() != null) {
                constraints.add(foreignKey(column, column.foreignKey()));
            }
        }
        return constraints;
    }

    private static Constraint foreignKey(Models.Column column, String target) {
        int dot = target.indexOf('.');
        var key = DSL.foreignKey(DSL.name(column.name()))
                .references(DSL.name(target.substring(0, dot)), DSL.name(target.substring(dot + 1)));
        return column.cascades() ? key.onDeleteCascade() : key;
    }

    private static Field<?>[] fields(List<Models.Column> columns) {
        return columns.stream()
                .map(column -> DSL.field(DSL.name(column.name())))
                .toArray(Field<?>[]::new);
    }
}
