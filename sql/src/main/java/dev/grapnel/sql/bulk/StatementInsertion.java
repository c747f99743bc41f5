package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.ColumnExpression;
import dev.grapnel.sql.structure.StructureWriter;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

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
        return rows.isEmpty() ? 0 : written(rows).write(writing(rows)).count();
    }

    List<Object> insertAndLoad(List<NewRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        if (!session.statements().returnsRowsOf(StatementKind.INSERT)) {
            throw refused("this database does not give the rows that a statement inserts");
        }
        return written(rows).writeForObjects(writing(rows));
    }

    private BulkRows written(List<NewRow> rows) {
        new RowInsertion(session, mapper, false).assignSequences(rows);
        return BulkRows.inserted(session, mapper, table);
    }

    private InvalidRequestException refused(String why) {
        return new InvalidRequestException("Cannot insert rows of "
                + mapper.type().getSimpleName() + " by one statement: " + why + ". Use DmlStrategy.BULK.");
    }

    /** Each number of rows has a text of its own, so only that of a single one is kept. */
    private Writing writing(List<NewRow> rows) {
        StructureWriter structure =
                new StructureWriter().token(StatementInsertion.class).root(mapper);
        if (rows.size() == 1) {
            List<MappedColumn> columns = rows.get(0).columns(table);
            List<Field<?>> values = valuesOf(rows.get(0), columns);
            structure.token(columns).parts(values);
            return new Writing(structure, () -> statement(rows, List.of(values)));
        }
        structure.unforeseen();
        return new Writing(structure, () -> statement(rows, null));
    }

    /** Those that the row has, and then those that the database computes. */
    private List<Field<?>> valuesOf(NewRow row, List<MappedColumn> columns) {
        List<Field<?>> values = new ArrayList<>(row.fieldsOf(columns));
        row.expressions(table).forEach(expression -> values.add(expression.value()));
        return values;
    }

    private Query statement(List<NewRow> rows, @Nullable List<List<Field<?>>> values) {
        List<MappedColumn> columns = rows.get(0).columns(table);
        List<ColumnExpression> expressions = rows.get(0).expressions(table);
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(column.column().field()));
        expressions.forEach(expression -> fields.add(expression.column().field()));
        if (fields.isEmpty() && rows.size() == 1) {
            return DSL.insertInto(table.inStatements()).defaultValues();
        }
        InsertValuesStepN<Record> insert = DSL.insertInto(table.inStatements()).columns(fields);
        for (int at = 0; at < rows.size(); at++) {
            requireSame(columns, rows.get(at).columns(table), fields);
            insert = insert.values(values == null ? valuesOf(rows.get(at), columns) : values.get(at));
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
