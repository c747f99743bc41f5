package dev.grapnel.sql.load;

import dev.grapnel.core.load.LoadSession;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.StateOwner;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What loading needs of a relational session. */
public interface LoadingSession extends LoadSession, StateOwner {
    /**
     * Passes a statement through the session: {@code do_orm_execute}, the flush that precedes, the transaction, the database.
     *
     * @param request what is loaded, for listeners
     * @param statement what is sent
     * @param reader takes the rows
     * @param <T> what the reader gives
     * @return what the reader gives
     */
    <T extends @Nullable Object> T select(LoadRequest request, SelectStatement statement, RowsReader<T> reader);

    /**
     * Passes a SELECT through the session whose text is not kept.
     *
     * @param request what is loaded, for listeners
     * @param selection makes the statement, once the mappers are configured
     * @param reader takes the rows
     * @param <T> what the reader gives
     * @return what the reader gives
     */
    <T extends @Nullable Object> T selectOnce(LoadRequest request, Supplier<Selection> selection, RowsReader<T> reader);

    /**
     * Tells the listeners of query objects that a SELECT is made which loads relationships around the SELECT of their owners.
     *
     * @param mapper of the class selected
     */
    void beforeSubquery(TableMapper mapper);

    /** An object whose row is gone becomes deleted. */
    void vanished(InstanceState state);

    /**
     * Takes rows.
     *
     * @param <T> what it gives
     */
    interface RowsReader<T extends @Nullable Object> {
        /** Reads all rows it wants. */
        T read(RowCursor rows);
    }

    /** Objects once each, in order of first appearance. */
    static List<Object> unique(List<Object> rows) {
        java.util.Set<Object> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        List<Object> once = new java.util.ArrayList<>(rows.size());
        for (Object row : rows) {
            if (seen.add(row)) {
                once.add(row);
            }
        }
        return once;
    }

    /** Reads every row into an object; rows without a key are left out. */
    static RowsReader<List<Object>> objects(dev.grapnel.core.load.EntityLoader<RowCursor> loader) {
        return rows -> {
            loader.begin();
            List<Object> found = new java.util.ArrayList<>();
            while (rows.next()) {
                Object object = loader.load(rows);
                if (object != null) {
                    found.add(object);
                }
            }
            return found;
        };
    }
}
