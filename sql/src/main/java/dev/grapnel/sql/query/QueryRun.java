package dev.grapnel.sql.query;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.LoadingSession;
import dev.grapnel.sql.load.OpenRows;
import dev.grapnel.sql.load.PartMerging;
import dev.grapnel.sql.load.QuerySelect;
import dev.grapnel.sql.load.SelectShape;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Asks for values of a query, or for a page of its objects: each time listeners are told of it, who may add criteria, put another query in its
 * place or answer themselves; then changes are flushed, the statement is sent, and its rows are read.
 *
 * @param session that runs it
 * @param asked the query before listeners saw it
 */
record QueryRun(QuerySession session, Query<?> asked) {

    private LoadRequest request(PartMerging merging) {
        return asked.reading().request(asked.mapper(), asked, merging);
    }

    /** The same for the first row. */
    QueryRun ofFirst() {
        return new QueryRun(session, asked.limit(1));
    }

    /** The query as listeners left it. */
    static Query<?> sent(LoadRequest request) {
        if (request.sent() instanceof Query<?> query) {
            return query;
        }
        throw new InvalidRequestException("Cannot take values, numbers or pages from " + request.sent()
                + ", which a listener put in place of a query for "
                + request.mapper().type().getSimpleName() + ": such a statement gives objects alone. Put a Query in its"
                + " place, or look at what is asked for.");
    }

    /** Tells a result how the query wants it. */
    static void tell(LoadRequest request, LoadRun run) {
        sent(request).reading().tell(request, run);
    }

    /** The statements, with what listeners added. It may be the first that anybody asks of the mapping. */
    static EntitySelect statement(QuerySession session, LoadRequest request) {
        session.ready();
        Query<?> query = sent(request);
        LoadOptions told = request.refined(query.options());
        return new EntitySelect(SelectShape.of(query.mapper(), told), told, query.clauses(), session::dialect);
    }

    static EntitySelect flatStatement(QuerySession session, LoadRequest request) {
        session.ready();
        Query<?> query = sent(request);
        LoadOptions told = request.refined(query.options());
        return new EntitySelect(SelectShape.flat(query.mapper(), told), told, query.clauses(), session::dialect);
    }

    // ---- objects ----

    /** The objects of a page, and one more. */
    PagedObjects page(PageOrder order, int size) {
        return session.exclusively(() -> {
            LoadRequest request = request(Merging.PAGE);
            LoadRun run = LoadRun.ofStatement(session, false, null);
            Object found = session.<Object>announced(request, () -> {
                tell(request, run);
                EntitySelect statement = flatStatement(session, request);
                return session.readQuery(
                        () -> statement.page(order), rows -> PagedObjects.read(run, statement, order, size, rows));
            });
            run.finish();
            return found instanceof PagedObjects page ? page : PagedObjects.given((List<?>) found, size);
        });
    }

    // ---- values ----

    /** What is selected, for each row. */
    @SuppressWarnings("unchecked") // several databases' rows have become one list of arrays before they are given
    List<@Nullable Object[]> rows(List<Field<?>> fields) {
        return session.exclusively(() -> {
            LoadRequest request = request(new RowMerging(fields));
            LoadRun run = LoadRun.ofStatement(session, false, null);
            List<?> rows = session.announced(request, () -> {
                tell(request, run);
                session.configure();
                return rows(fields, request, run);
            });
            run.finish();
            return (List<@Nullable Object[]>) rows;
        });
    }

    private List<?> rows(List<Field<?>> fields, LoadRequest request, LoadRun run) {
        Query<?> query = sent(request);
        SelectedRow row = new SelectedRow(fields, query.mapper(), request.refined(query.options()));
        if (!query.clauses().isPart()) {
            return session.<List<?>>readQuery(
                    () -> statement(session, request).values(row), found -> row.read(run, found));
        }
        PartOrder order = new PartOrder(query.order());
        return session.<List<?>>readQuery(
                () -> statement(session, request).part(row, order),
                found -> row.readParts(run, found, order, session.dialect()));
    }

    /** As {@link #rows}, while the database holds the rest. */
    Stream<?> stream(List<Field<?>> fields, int portion) {
        return session.exclusively(() -> {
            LoadRequest request = request(Merging.STREAM);
            Object opened = session.<Object>announced(request, () -> {
                session.configure();
                Query<?> query = sent(request);
                SelectedRow row = new SelectedRow(fields, query.mapper(), request.refined(query.options()));
                OpenRows rows = session.open(() -> statement(session, request).values(row), portion);
                return ObjectStream.of(new ObjectStream.Source(session, request, rows, rows, row::portion), portion);
            });
            return opened instanceof Stream<?> stream ? stream : ((List<?>) opened).stream();
        });
    }

    long count() {
        LoadRequest request = request(Merging.COUNT);
        List<?> counted = read(
                request,
                EntitySelect::count,
                rows -> rows.next() ? List.of(Objects.requireNonNull(rows.value(0))) : List.of());
        return counted.isEmpty() ? 0 : sent(request).clauses().within(((Number) counted.get(0)).longValue());
    }

    boolean exists() {
        return !read(request(Merging.EXISTS), EntitySelect::exists, rows -> rows.next() ? List.of(true) : List.of())
                .isEmpty();
    }

    private <V> List<V> read(
            LoadRequest request,
            Function<EntitySelect, QuerySelect> select,
            LoadingSession.RowsReader<List<V>> reader) {
        return session.exclusively(() -> session.announced(
                request, () -> session.readQuery(() -> select.apply(statement(session, request)), reader)));
    }

    /** Values as a part of another statement, of which listeners are told themselves. */
    <V> Select<Record1<V>> subquery(Field<V> field) {
        session.configure();
        return statement(session, request(Merging.OBJECTS)).values(field);
    }
}
