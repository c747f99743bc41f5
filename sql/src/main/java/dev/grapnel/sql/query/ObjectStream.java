package dev.grapnel.sql.query;

import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.LoadingSession;
import dev.grapnel.sql.load.OpenRows;
import dev.grapnel.sql.load.RowCursor;
import dev.grapnel.sql.load.SelectShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The objects of rows that the database still holds, loaded a portion at a time. Each portion is a result of its own: what hangs on its
 * objects is loaded with it, and nothing of it is held once it was given away.
 */
final class ObjectStream extends AbstractSpliterator<Object> {
    private final QuerySession session;
    private final LoadRequest request;
    private final OpenRows rows;
    private final SelectShape shape;
    private final boolean populateExisting;
    private final int portionSize;
    private List<Object> portion = List.of();
    private int next;
    private boolean ended;

    private ObjectStream(
            QuerySession session,
            LoadRequest request,
            OpenRows rows,
            SelectShape shape,
            boolean populateExisting,
            int portionSize) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.session = session;
        this.request = request;
        this.rows = rows;
        this.shape = shape;
        this.populateExisting = populateExisting;
        this.portionSize = portionSize;
    }

    static Stream<Object> of(
            QuerySession session,
            LoadRequest request,
            OpenRows rows,
            SelectShape shape,
            boolean populateExisting,
            int portionSize) {
        ObjectStream objects = new ObjectStream(session, request, rows, shape, populateExisting, portionSize);
        return StreamSupport.stream(objects, false).onClose(rows::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Object> action) {
        if (next == portion.size() && !ended) {
            portion = List.of();
            portion = session.exclusively(() -> rows.read(this::read));
            next = 0;
        }
        if (next == portion.size()) {
            return false;
        }
        action.accept(portion.get(next++));
        return true;
    }

    private List<Object> read() {
        LoadRun run = LoadRun.ofStatement(session, populateExisting, null);
        request.tell(run);
        EntityLoader<RowCursor> loader = new EntityLoader<>(run, shape.plan(), null, null);
        loader.begin();
        List<Object> read = new ArrayList<>(portionSize);
        while (read.size() < portionSize && rows.next()) {
            Object object = loader.load(rows);
            if (object != null) {
                read.add(object);
            }
        }
        if (read.size() < portionSize) {
            ended = true;
            rows.close();
        }
        run.finish();
        return loader.mayRepeat() ? LoadingSession.unique(read) : read;
    }
}
