package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.load.SelectShape;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.BoundText;
import dev.grapnel.sql.statement.ColumnReader;
import dev.grapnel.sql.statement.Rows;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.structure.StructureWriter;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows of one class in one of its tables: which a condition means, how they are written, what their keys are. */
final class BulkRows {
    private final BulkSession session;
    private final TableMapper mapper;
    private final Table table;
    private final Condition condition;
    private final StatementKind kind;

    private BulkRows(BulkSession session, TableMapper mapper, Table table, Condition condition, StatementKind kind) {
        this.session = session;
        this.mapper = mapper;
        this.table = table;
        this.condition = condition;
        this.kind = kind;
    }

    static BulkRows inserted(BulkSession session, TableMapper mapper, Table table) {
        return new BulkRows(session, mapper, table, DSL.noCondition(), StatementKind.INSERT);
    }

    static BulkRows updated(BulkSession session, TableMapper mapper, Table table, Condition condition) {
        return new BulkRows(session, mapper, table, condition, StatementKind.UPDATE);
    }

    static BulkRows deleted(BulkSession session, TableMapper mapper, Table table, Condition condition) {
        return new BulkRows(session, mapper, table, condition, StatementKind.DELETE);
    }

    /** Refuses a class whose rows are whole rows of several tables: a statement writes one. */
    void requireOneTable(String what) {
        if (mapper.isSpread()) {
            throw new InvalidRequestException(
                    "Cannot " + what + " rows of "
                            + mapper.type().getSimpleName()
                            + " by one statement: with InheritanceType.TABLE_PER_CLASS each class"
                            + " below it has a table of its own. Use one statement for each of these classes, or load the objects.");
        }
    }

    /** The condition for a statement on the table. If the class has several, the rows are found by a SELECT over all of them. */
    Condition condition() {
        if (mapper.tables().size() == 1) {
            return SelectShape.of(mapper).restriction().and(condition);
        }
        List<Field<?>> own = fields(keys(table));
        return DSL.row(own)
                .in(DSL.select(fields(keys(mapper.tables().get(0))))
                        .from(SelectShape.of(mapper).ownTables())
                        .where(SelectShape.of(mapper).restriction())
                        .and(condition));
    }

    /** Whether the database gives the keys together with the writing. */
    boolean givesKeys() {
        return session.statements().returnsRowsOf(kind);
    }

    /** Begins to note how a statement on these rows is made. */
    StructureWriter structure(Object kind) {
        StructureWriter structure =
                new StructureWriter().token(kind).root(mapper).token(table);
        return structure.part(SelectShape.of(mapper).restriction()).part(condition);
    }

    Written write(Writing statement) {
        BoundText bound = session.statements().bind(statement.structure(), statement.make());
        return new Written(session.runner().execute(bound.text(), bound.values()), List.of());
    }

    Written writeForKeys(Writing statement) {
        List<IdentityKey> written =
                read(session.statements().bindReturning(statement.structure(), statement.make(), keys(table)));
        return new Written(written.size(), written);
    }

    /** Writes, and loads the objects of the rows as they were. */
    List<Object> writeForObjects(Writing statement) {
        return writeForRows(statement).objects();
    }

    /** Writes, and reads the rows that the database gives. */
    ReturnedRows writeForRows(Writing statement) {
        StatementCache texts = session.statements();
        SelectShape shape = SelectShape.alone(mapper);
        BoundText bound = texts.bindReturning(statement.structure(), statement.make(), shape.columns());
        try (Rows rows = session.runner().query(bound.text(), bound.values())) {
            return ReturnedRows.read(session, shape, rows);
        }
    }

    /** Refuses what only a database can do that gives the rows of the statement, all of whose columns are in one table. */
    void requireReturning(String what) {
        requireOneTable(what);
        String name = mapper.type().getSimpleName();
        if (mapper.tables().size() > 1) {
            throw new InvalidRequestException("Cannot " + what + " rows of " + name
                    + " and give their objects: they are in the tables " + mapper.tables() + ". Query the objects.");
        }
        if (!session.statements().returnsRowsOf(kind)) {
            throw new InvalidRequestException("Cannot " + what + " rows of " + name
                    + " and give their objects: this database does not give the rows of a statement that writes."
                    + " Query the objects.");
        }
    }

    /** The keys of the rows as they are now. */
    List<IdentityKey> readKeys() {
        return read(session.statements()
                .bind(
                        structure(BulkRows.class),
                        () -> DSL.select(fields(keys(mapper.tables().get(0))))
                                .from(SelectShape.of(mapper).ownTables())
                                .where(SelectShape.of(mapper).restriction())
                                .and(condition)));
    }

    private List<IdentityKey> read(BoundText bound) {
        StatementCache texts = session.statements();
        List<ColumnReader> readers =
                keys(table).stream().map(texts.types()::reader).toList();
        List<IdentityKey> found = new ArrayList<>();
        try (Rows rows = session.runner().query(bound.text(), bound.values())) {
            while (rows.next()) {
                IdentityKey key = key(rows, readers);
                if (key != null) {
                    found.add(key);
                }
            }
        }
        return found;
    }

    private @Nullable IdentityKey key(Rows rows, List<ColumnReader> readers) {
        @Nullable Object[] parts = new Object[readers.size()];
        for (int at = 0; at < parts.length; at++) {
            parts[at] = rows.read(readers.get(at), at + 1);
        }
        return mapper.identityKey(parts, session.identityToken());
    }

    private List<Column> keys(Table of) {
        return mapper.keyColumns(of).stream().map(MappedColumn::column).toList();
    }

    private static List<Field<?>> fields(List<Column> columns) {
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(column.field()));
        return fields;
    }
}
