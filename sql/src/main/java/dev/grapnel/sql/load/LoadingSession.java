package dev.grapnel.sql.load;

import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadSession;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.StateOwner;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What loading needs of a relational session. */
public interface LoadingSession extends LoadSession, StateOwner {
    /**
     * Tells listeners of a SELECT, who may add criteria or give a result themselves; then changes are flushed, and it is sent.
     *
     * @param request what is loaded, for listeners
     * @param statement sends it, by one of the other methods
     * @param <T> what it gives
     * @return what it gave, or what a listener gave instead
     */
    <T extends @Nullable Object> T announced(LoadRequest request, Supplier<T> statement);

    /**
     * Sends a SELECT whose text is kept; begins the transaction.
     *
     * @param statement what is sent
     * @param reader takes the rows
     * @param <T> what the reader gives
     * @return what the reader gives
     */
    <T extends @Nullable Object> T read(SelectStatement statement, RowsReader<T> reader);

    /**
     * Sends a SELECT whose text is not kept; begins the transaction.
     *
     * @param selection makes the statement, once the mappers are configured
     * @param reader takes the rows
     * @param <T> what the reader gives
     * @return what the reader gives
     */
    <T extends @Nullable Object> T readOnce(Supplier<Selection> selection, RowsReader<T> reader);

    /**
     * Sends a SELECT of the application's; begins the transaction.
     *
     * @param select tells the statement, once the mappers are configured
     * @param reader takes the rows
     * @param <T> what the reader gives
     * @return what the reader gives
     */
    <T extends @Nullable Object> T readQuery(Supplier<QuerySelect> select, RowsReader<T> reader);

    /**
     * Sends a SELECT of the application's, and leaves its rows with the database; begins the transaction.
     *
     * @param select tells the statement, once the mappers are configured
     * @param fetchSize how many rows the driver fetches at once
     * @return the rows
     */
    OpenRows open(Supplier<QuerySelect> select, int fetchSize);

    /** The kind of database. */
    Dialect dialect();

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

    /** Reads every row into an object; each object once, in order of first appearance. Rows without a key are left out. */
    static RowsReader<List<Object>> objects(EntityLoader<RowCursor> loader) {
        return rows -> {
            loader.begin();
            List<Object> found = new ArrayList<>();
            while (rows.next()) {
                Object object = loader.load(rows);
                if (object != null) {
                    found.add(object);
                }
            }
            return loader.mayRepeat() ? unique(found) : found;
        };
    }

    /** As {@link #objects}, for the result of a query, in which the application may have hooks. */
    static RowsReader<List<Object>> result(EntityLoader<RowCursor> loader) {
        return rows -> {
            loader.begin();
            List<Object> found = new ArrayList<>();
            while (rows.next()) {
                loader.loadInto(rows, found);
            }
            return loader.mayRepeat() ? unique(found) : found;
        };
    }

    /** Objects once each, in order of first appearance. */
    static List<Object> unique(List<Object> rows) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> once = new ArrayList<>(rows.size());
        for (Object row : rows) {
            if (seen.add(row)) {
                once.add(row);
            }
        }
        return once;
    }
}
