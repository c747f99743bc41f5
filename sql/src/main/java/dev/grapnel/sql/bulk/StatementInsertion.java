package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.ColumnExpression;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Inserts rows by one statement with the values in it, which may be expressions (rule Q-18). */
final class StatementInsertion {
    private final BulkSession session;
    private final TableMapper mapper;
    private final Table table;

    StatementInsertion(BulkSession session, TableMapper mapper) {
        this.session = session;
        this.mapper = mapper;
        this.table = mapper.table();
        if (mapper.tables().size() > 1) {
            throw refused("its rows are in the tables " + mapper.tables());
        }
    }

    int insert(List<NewRow> rows) {
        return rows.isEmpty() ? 0 : written(rows).write(statement(rows)).count();
    }

    List<Object> insertAndLoad(List<NewRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        if (!session.statements().returnsChangedRows()) {
            throw refused("this database does not give the rows that a statement inserts");
        }
        return written(rows).writeForObjects(statement(rows));
    }

    private BulkRows written(List<NewRow> rows) {
        new RowInsertion(session, mapper, false).assignSequences(rows);
        return new BulkRows(session, mapper, table, DSL.noCondition());
    }

    private InvalidRequestException refused(String why) {
        return new InvalidRequestException("Cannot insert rows of "
                + mapper.type().getSimpleName() + " by one statement: " + why + ". Use DmlStrategy.BULK.");
    }

    private Query statement(List<NewRow> rows) {
        List<MappedColumn> columns = rows.get(0).columns(table);
        List<ColumnExpression> expressions = rows.get(0).expressions(table);
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(column.column().field()));
        expressions.forEach(expression -> fields.add(expression.column().field()));
        if (fields.isEmpty() && rows.size() == 1) {
            return DSL.insertInto(table.inStatements()).defaultValues();
        }
        InsertValuesStepN<Record> insert = DSL.insertInto(table.inStatements()).columns(fields);
        for (NewRow row : rows) {
            requireSame(columns, row.columns(table), fields);
            List<Object> values = new ArrayList<>(row.fieldsOf(columns));
            expressions.forEach(expression -> values.add(expression.value()));
            insert = insert.values(values);
        }
        return insert;
    }

    private void requireSame(List<MappedColumn> first, List<MappedColumn> other, List<Field<?>> written) {
        if (written.isEmpty() || !first.equals(other)) {
            throw new InvalidArgumentException("Cannot insert rows of "
                    + mapper.type().getSimpleName() + " by one statement: they have values for " + names(first)
                    + " and for " + names(other) + ". Give all rows values for the same attributes, or use"
                    + " DmlStrategy.BULK.");
        }
    }

    private static List<String> names(List<MappedColumn> columns) {
        return columns.stream().map(MappedColumn::attribute).toList();
    }
}
