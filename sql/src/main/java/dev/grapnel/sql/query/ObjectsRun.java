package dev.grapnel.sql.query;

import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.LoadingSession;
import dev.grapnel.sql.load.OpenRows;
import dev.grapnel.sql.load.ReadRows;
import dev.grapnel.sql.load.RowCursor;
import dev.grapnel.sql.load.SentSelect;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks for the objects of a query: listeners are told of it, who may put another query in its place or answer themselves; then changes are
 * flushed, the statement is sent, and its rows are read.
 *
 * @param session that runs it
 * @param mapper of the class
 * @param reading how the query that was asked is run
 * @param asked the query before listeners saw it
 */
record ObjectsRun(QuerySession session, TableMapper mapper, Reading reading, SentSelect asked) {

    // ---- all at once ----

    List<Object> objects() {
        return session.exclusively(() -> {
            LoadRequest request = reading.request(mapper, asked, Merging.OBJECTS);
            LoadRun run = LoadRun.ofStatement(session, false, new SelectedObjects(session, request));
            List<Object> found = session.announced(
                    request,
                    () -> request.sent() instanceof SqlQuery<?> sql
                            ? written(sql, request, run)
                            : queried(request, run));
            run.finish();
            return found;
        });
    }

    private List<Object> queried(LoadRequest request, LoadRun run) {
        QueryRun.tell(request, run);
        if (QueryRun.sent(request).clauses().isPart()) {
            return part(request, run);
        }
        EntitySelect statement = QueryRun.statement(session, request);
        return session.readQuery(
                statement::objects,
                rows -> LoadingSession.result(
                                new EntityLoader<>(run, statement.shape().plan(), null, null))
                        .read(rows));
    }

    /** The objects of one of several databases, with the values of their order. */
    private List<Object> part(LoadRequest request, LoadRun run) {
        EntitySelect statement = QueryRun.flatStatement(session, request);
        PartOrder order = new PartOrder(QueryRun.sent(request).order());
        EntityLoader<RowCursor> loader =
                new EntityLoader<>(run, statement.shape().plan(), null, null);
        return session.readQuery(() -> statement.part(order), rows -> {
            loader.begin();
            int width = statement.shape().fields().size();
            List<Object> found = new ArrayList<>();
            List<Object> ofRow = new ArrayList<>(1);
            while (rows.next()) {
                loader.loadInto(rows, ofRow);
                for (Object object : ofRow) {
                    found.add(order.row(object, rows, width, session.dialect()));
                }
                ofRow.clear();
            }
            return found;
        });
    }

    private List<Object> written(SqlQuery<?> sql, LoadRequest request, LoadRun run) {
        sql.reading().tell(request, run);
        try (OpenRows rows = sql.open(session, 0)) {
            WrittenRows found = sql.rows(rows, request);
            RowCursor values = session.dialect().showsNewRowsInOpenResults()
                    ? ReadRows.of(found, found.shape().types().size())
                    : found;
            return LoadingSession.result(new EntityLoader<>(run, found.shape().plan(), null, null))
                    .read(values);
        }
    }

    // ---- some at a time ----

    Stream<?> stream(int portion) {
        return session.exclusively(() -> {
            LoadRequest request = reading.request(mapper, asked, Merging.STREAM);
            Object opened = session.<Object>announced(
                    request,
                    () -> request.sent() instanceof SqlQuery<?> sql
                            ? streamWritten(sql, request, portion)
                            : streamQueried(request, portion));
            return opened instanceof Stream<?> stream ? stream : ((List<?>) opened).stream();
        });
    }

    private Stream<Object> streamQueried(LoadRequest request, int portion) {
        EntitySelect statement = QueryRun.flatStatement(session, request);
        OpenRows rows = session.open(statement::objects, portion);
        return ObjectStream.of(
                new ObjectStream.Source(
                        session,
                        request,
                        rows,
                        rows,
                        run -> ObjectStream.Portion.ofObjects(
                                run, statement.shape().plan())),
                portion);
    }

    private Stream<Object> streamWritten(SqlQuery<?> sql, LoadRequest request, int portion) {
        OpenRows rows = sql.open(session, portion);
        try {
            WrittenRows found = sql.rows(rows, request);
            return ObjectStream.of(
                    new ObjectStream.Source(
                            session,
                            request,
                            rows,
                            found,
                            run -> ObjectStream.Portion.ofObjects(
                                    run, found.shape().plan())),
                    portion);
        } catch (RuntimeException failure) {
            rows.close();
            throw failure;
        }
    }
}
