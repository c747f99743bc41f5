package dev.grapnel.sql.query;

import dev.grapnel.events.Changer;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventFamily;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;

/**
 * The events of one query object and all that is refined from it, or of all query objects.
 *
 * <pre>{@code
 * QueryEvents.onAll().replaceBeforeCompile(e -> e.query().filter(Document_.hidden.isFalse()));
 * }</pre>
 *
 * <p>What a listener of the replacing form returns is used from there on; null keeps the query (rule Q-1).
 */
public final class QueryEvents extends EventFamily<QueryEvents> {
    static final Dispatch ALL = Dispatch.ofClassLevel(QueryEventKeys.CATALOG, "all query objects", null);

    private QueryEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    /** The events of all query objects. */
    public static QueryEvents onAll() {
        return of(ALL);
    }

    static QueryEvents of(Dispatch dispatch) {
        return new QueryEvents(dispatch, ListenOptions.NONE);
    }

    @Override
    protected QueryEvents with(ListenOptions changed) {
        return new QueryEvents(target(), changed);
    }

    /** A query object becomes a SELECT (rule Q-2). Not when an object is found by key, nor on loads of attributes. */
    public Subscription beforeCompile(Watcher<CompileEvent> watcher) {
        return listen(QueryEventKeys.BEFORE_COMPILE, watcher);
    }

    /** As {@link #beforeCompile}, and the query that the listener returns is used. */
    public Subscription replaceBeforeCompile(Changer<CompileEvent, LegacyQuery<?>> changer) {
        return change(QueryEventKeys.BEFORE_COMPILE, changer);
    }

    /** A query object becomes an UPDATE (rule Q-6). */
    public Subscription beforeCompileUpdate(Watcher<CompileUpdateEvent> watcher) {
        return listen(QueryEventKeys.BEFORE_COMPILE_UPDATE, watcher);
    }

    /** As {@link #beforeCompileUpdate}, and the rows of the query that the listener returns are updated. */
    public Subscription replaceBeforeCompileUpdate(Changer<CompileUpdateEvent, LegacyQuery<?>> changer) {
        return change(QueryEventKeys.BEFORE_COMPILE_UPDATE, changer);
    }

    /** A query object becomes a DELETE (rule Q-7). */
    public Subscription beforeCompileDelete(Watcher<CompileDeleteEvent> watcher) {
        return listen(QueryEventKeys.BEFORE_COMPILE_DELETE, watcher);
    }

    /** As {@link #beforeCompileDelete}, and the rows of the query that the listener returns are deleted. */
    public Subscription replaceBeforeCompileDelete(Changer<CompileDeleteEvent, LegacyQuery<?>> changer) {
        return change(QueryEventKeys.BEFORE_COMPILE_DELETE, changer);
    }
}
