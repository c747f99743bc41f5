package dev.grapnel.sql.statement;

import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;

/** What tells one update, delete or select by equal columns from another. */
record WhereShape(
        StatementKind kind, Table table, List<Column> columns, List<Column> where, List<ColumnExpression> expressions) {

    WhereShape(StatementKind kind, Table table, List<Column> columns, List<Column> where) {
        this(kind, table, columns, where, List.of());
    }

    Query query(DSLContext context) {
        return switch (kind) {
            case UPDATE ->
                context.update(table.inStatements())
                        .set(assignments(Placeholders::of))
                        .where(conditions(Placeholders::of));
            case DELETE -> context.deleteFrom(table.inStatements()).where(conditions(Placeholders::of));
            default -> context.select(fields()).from(table.inStatements()).where(conditions(Placeholders::of));
        };
    }

    private List<Field<Object>> fields() {
        return columns.stream().map(Column::field).toList();
    }

    /** Where the value of a column is, by its place among all that are given. */
    interface Given {
        Field<Object> at(Column column, int place);
    }

    Map<Field<?>, Object> assignments(Given given) {
        Map<Field<?>, Object> assignments = new LinkedHashMap<>();
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            assignments.put(column.field(), given.at(column, at));
        }
        expressions.forEach(expression -> assignments.put(expression.column().field(), expression.value()));
        return assignments;
    }

    List<Condition> conditions(Given given) {
        List<Condition> conditions = new ArrayList<>(where.size());
        // An update gives its new values first.
        int first = kind == StatementKind.UPDATE ? columns.size() : 0;
        for (int at = 0; at < where.size(); at++) {
            Column column = where.get(at);
            conditions.add(column.field().eq(given.at(column, first + at)));
        }
        return conditions;
    }
}
