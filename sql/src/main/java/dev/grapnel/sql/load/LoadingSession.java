package dev.grapnel.sql.load;

import dev.grapnel.core.load.LoadSession;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.StateOwner;
import java.util.List;
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

    /** Reads every row into an object; rows without a key are left out. */
    static RowsReader<List<Object>> objects(dev.grapnel.core.load.EntityLoader<RowCursor> loader) {
        return rows -> {
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
