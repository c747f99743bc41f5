package dev.grapnel.sql.query;

import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.load.KeySource;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.LoadingSession;
import dev.grapnel.sql.load.OpenRows;
import dev.grapnel.sql.load.QuerySelect;
import dev.grapnel.sql.load.RowCursor;
import dev.grapnel.sql.load.SelectShape;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Runs one query: each time listeners are told of it, who may add criteria or answer themselves; then changes are flushed, the statement is sent,
 * and its rows are read.
 *
 * @param session that runs it
 * @param mapper of the class
 * @param clauses what the query says about its rows
 * @param reading how it is run
 */
record QueryRun(QuerySession session, TableMapper mapper, Clauses clauses, Reading reading) {

    // ---- objects ----

    List<Object> objects() {
        return session.exclusively(() -> {
            LoadRequest request = reading.request(mapper);
            LoadRun run = LoadRun.ofStatement(session, reading.populateExisting(), (KeySource)
                    columns -> statement(request).keys(columns));
            List<Object> found = session.announced(request, () -> {
                request.tell(run);
                EntitySelect statement = statement(request);
                return session.readQuery(statement::objects, rows -> read(statement, run, rows));
            });
            run.finish();
            return found;
        });
    }

    private static List<Object> read(EntitySelect statement, LoadRun run, RowCursor rows) {
        return LoadingSession.objects(new EntityLoader<>(run, statement.shape().plan(), null, null))
                .read(rows);
    }

    /** The statements, with what listeners added. */
    private EntitySelect statement(LoadRequest request) {
        LoadOptions told = request.refined(reading.options());
        return new EntitySelect(SelectShape.of(mapper, told), told, clauses, session.dialect());
    }

    private EntitySelect flatStatement(LoadRequest request) {
        LoadOptions told = request.refined(reading.options());
        return new EntitySelect(SelectShape.flat(mapper, told), told, clauses, session.dialect());
    }

    // ---- objects, some at a time ----

    Stream<?> stream(int portion) {
        return session.exclusively(() -> {
            LoadRequest request = reading.request(mapper);
            Object opened = session.<Object>announced(request, () -> {
                EntitySelect statement = flatStatement(request);
                OpenRows rows = session.open(statement::objects, portion);
                return ObjectStream.of(session, request, rows, statement.shape(), reading.populateExisting(), portion);
            });
            return opened instanceof Stream<?> stream ? stream : ((List<?>) opened).stream();
        });
    }

    /** The objects of a page; the clauses are those of its rows. */
    PagedObjects page(PageOrder order, int size) {
        return session.exclusively(() -> {
            LoadRequest request = reading.request(mapper);
            LoadRun run = LoadRun.ofStatement(session, reading.populateExisting(), null);
            Object found = session.<Object>announced(request, () -> {
                request.tell(run);
                EntitySelect statement = flatStatement(request);
                return session.readQuery(
                        () -> statement.page(order), rows -> PagedObjects.read(run, statement, order, size, rows));
            });
            run.finish();
            return found instanceof PagedObjects page ? page : PagedObjects.given((List<?>) found, size);
        });
    }

    // ---- values ----

    /** What is selected, for each row. */
    List<@Nullable Object[]> rows(List<Field<?>> fields) {
        return session.exclusively(() -> {
            LoadRequest request = reading.request(mapper);
            LoadRun run = LoadRun.ofStatement(session, reading.populateExisting(), null);
            List<@Nullable Object[]> rows = session.announced(request, () -> {
                request.tell(run);
                session.configure();
                SelectedRow row = new SelectedRow(fields, mapper, request.refined(reading.options()));
                return session.readQuery(() -> statement(request).values(row), found -> row.read(run, found));
            });
            run.finish();
            return rows;
        });
    }

    long count() {
        List<?> counted = read(
                EntitySelect::count, rows -> rows.next() ? List.of(Objects.requireNonNull(rows.value(0))) : List.of());
        return counted.isEmpty() ? 0 : clauses.within(((Number) counted.get(0)).longValue());
    }

    boolean exists() {
        return !read(EntitySelect::exists, rows -> rows.next() ? List.of(true) : List.of())
                .isEmpty();
    }

    private <V> List<V> read(Function<EntitySelect, QuerySelect> select, LoadingSession.RowsReader<List<V>> reader) {
        LoadRequest request = reading.request(mapper);
        return session.exclusively(() ->
                session.announced(request, () -> session.readQuery(() -> select.apply(statement(request)), reader)));
    }

    /** Values as a part of another statement, of which listeners are told themselves. */
    <V> Select<Record1<V>> subquery(Field<V> field) {
        session.configure();
        return statement(reading.request(mapper)).values(field);
    }
}
