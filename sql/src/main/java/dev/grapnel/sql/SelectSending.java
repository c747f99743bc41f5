package dev.grapnel.sql;

import dev.grapnel.sql.load.LoadingSession.RowsReader;
import dev.grapnel.sql.load.OpenRows;
import dev.grapnel.sql.load.QuerySelect;
import dev.grapnel.sql.load.ReadRows;
import dev.grapnel.sql.load.ResultRows;
import dev.grapnel.sql.load.RowCursor;
import dev.grapnel.sql.load.SelectStatement;
import dev.grapnel.sql.load.Selection;
import dev.grapnel.sql.statement.BoundText;
import dev.grapnel.sql.statement.PreparedText;
import dev.grapnel.sql.statement.Rows;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import dev.grapnel.sql.statement.ValueTypes;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Sends the SELECTs of a session.
 *
 * @param room knows the texts and the database
 * @param registry the mapped classes
 * @param runner of the session's transaction
 */
record SelectSending(EngineRoom room, Registry registry, StatementRunner runner) {

    <T extends @Nullable Object> T read(SelectStatement statement, RowsReader<T> reader) {
        PreparedText text = texts().renderRead(statement.shapeKey(), statement.make(), statement.selected());
        try (Rows rows = runner.query(text, statement.parameters())) {
            return reader.read(cursor(rows, statement.selected()));
        }
    }

    <T extends @Nullable Object> T readOnce(Supplier<Selection> selection, RowsReader<T> reader) {
        registry.configure();
        Selection made = selection.get();
        try (Rows rows = runner.query(texts().renderOnce(made.select()))) {
            return reader.read(cursor(rows, made.types()));
        }
    }

    <T extends @Nullable Object> T readQuery(Supplier<QuerySelect> select, RowsReader<T> reader) {
        registry.configure();
        QuerySelect made = select.get();
        BoundText bound = texts().bind(made.structure(), made.make());
        try (Rows rows = runner.query(bound.text(), bound.values())) {
            return reader.read(cursor(rows, made.types()));
        }
    }

    /** Rows are not read ahead, as they are elsewhere where new ones would appear among them: there may be too many. */
    OpenRows open(Supplier<QuerySelect> select, int fetchSize, Routing.Place place) {
        registry.configure();
        QuerySelect made = select.get();
        BoundText bound = texts().bind(made.structure(), made.make());
        Rows rows = runner.stream(bound.text(), fetchSize, bound.values());
        return new HeldRows(rows, new ResultRows(rows, made.types(), texts().types()), texts().types(), place);
    }

    /** Rows with their readers. */
    private record HeldRows(Rows rows, ResultRows values, ValueTypes types, Routing.Place place) implements OpenRows {
        @Override
        public List<String> labels() {
            return rows.labels();
        }

        @Override
        public RowCursor values(List<DataType<?>> wanted, int[] positions) {
            return new ResultRows(rows, wanted, positions, types);
        }

        @Override
        public <T extends @Nullable Object> T read(Supplier<T> reader) {
            return place.run(reader);
        }

        @Override
        public boolean next() {
            return values.next();
        }

        @Override
        public @Nullable Object value(int position) {
            return values.value(position);
        }

        @Override
        public int intAt(int position) {
            return values.intAt(position);
        }

        @Override
        public long longAt(int position) {
            return values.longAt(position);
        }

        @Override
        public double doubleAt(int position) {
            return values.doubleAt(position);
        }

        @Override
        public @Nullable String stringAt(int position) {
            return values.stringAt(position);
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    private StatementCache texts() {
        return room.texts();
    }

    private RowCursor cursor(Rows rows, List<DataType<?>> selected) {
        ResultRows open = new ResultRows(rows, selected, texts().types());
        return room.engine().dialect().showsNewRowsInOpenResults() ? ReadRows.of(open, selected.size()) : open;
    }
}
