package dev.grapnel.sql.query;

import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.LoadingSession;
import dev.grapnel.sql.load.OpenRows;
import dev.grapnel.sql.load.RowCursor;
import dev.grapnel.sql.load.TablePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The objects of rows that the database still holds, loaded a portion at a time. Each portion is a result of its own: what hangs on its
 * objects is loaded with it, and nothing of it is held once it was given away.
 */
final class ObjectStream extends AbstractSpliterator<Object> {
    private final Source source;
    private final int portionSize;
    private List<Object> portion = List.of();
    private int next;
    private boolean ended;

    /**
     * What is read.
     *
     * @param session that reads
     * @param request as listeners left it
     * @param open the rows, to be closed
     * @param values of the rows
     * @param reading begins to read a portion
     */
    record Source(
            QuerySession session,
            LoadRequest request,
            OpenRows open,
            RowCursor values,
            Function<LoadRun, Portion> reading) {
        LoadRun run() {
            LoadRun run = LoadRun.ofStatement(session, false, null);
            if (request.sent() instanceof Query<?> query) {
                query.reading().tell(request, run);
            } else if (request.sent() instanceof SqlQuery<?> sql) {
                sql.reading().tell(request, run);
            }
            return run;
        }
    }

    /**
     * How a portion is read.
     *
     * @param row takes a row, and puts what is wanted of it into the list
     * @param whole what is given of all of them
     */
    record Portion(BiConsumer<RowCursor, List<Object>> row, UnaryOperator<List<Object>> whole) {
        static Portion ofObjects(LoadRun run, TablePlan plan) {
            EntityLoader<RowCursor> loader = new EntityLoader<>(run, plan, null, null);
            loader.begin();
            return new Portion(loader::loadInto, read -> loader.mayRepeat() ? LoadingSession.unique(read) : read);
        }
    }

    private ObjectStream(Source source, int portionSize) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.source = source;
        this.portionSize = portionSize;
    }

    static Stream<Object> of(Source source, int portionSize) {
        return StreamSupport.stream(new ObjectStream(source, portionSize), false)
                .onClose(source.open::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Object> action) {
        while (next == portion.size() && !ended) {
            portion = List.of();
            portion = source.session.exclusively(() -> source.open.read(this::readOrClose));
            next = 0;
        }
        if (next == portion.size()) {
            return false;
        }
        action.accept(portion.get(next++));
        return true;
    }

    /** What went wrong once goes wrong again, so nothing more is read. */
    private List<Object> readOrClose() {
        boolean read = false;
        try {
            List<Object> objects = read();
            read = true;
            return objects;
        } finally {
            if (!read) {
                end();
            }
        }
    }

    private List<Object> read() {
        source.session.forgetCollected();
        LoadRun run = source.run();
        Portion reading = source.reading.apply(run);
        List<Object> read = new ArrayList<>(Math.min(portionSize, 1_000));
        int rows = 0;
        while (rows < portionSize && source.values.next()) {
            rows++;
            reading.row.accept(source.values, read);
        }
        if (rows < portionSize) {
            end();
        }
        run.finish();
        return reading.whole.apply(read);
    }

    private void end() {
        ended = true;
        source.open.close();
    }
}
