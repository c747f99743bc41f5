package dev.grapnel.sql.connection;

import dev.grapnel.events.Changer;
import dev.grapnel.events.EventFamily;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;

/**
 * The events of the statements that go over an {@link Engine}: those of flushes, loads, queries and set-based statements, of the schema, and those
 * that a program runs on the jOOQ context of a {@link JdbcConnection}. What a program runs on the JDBC connection itself fires none, and
 * commits, rollbacks and savepoints fire none, since they are no statements of ours.
 *
 * <pre>{@code
 * Events.on(engine).afterStatement(e -> timer.record(e.nanos(), NANOSECONDS));
 * }</pre>
 *
 * <p>A listener runs in the thread of the session, and in all threads that use the engine: it has to be thread-safe, and may not use the
 * connection of the event, whose statement is being made.
 */
public final class StatementEvents extends EventFamily<StatementEvents> {

    StatementEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    @Override
    protected StatementEvents with(ListenOptions changed) {
        return new StatementEvents(target(), changed);
    }

    /** Before a statement goes to the database, a batch as one. Throwing refuses it: nothing is sent, and no other event follows. */
    public Subscription beforeStatement(Watcher<StatementEvent> watcher) {
        return listen(StatementEventKeys.BEFORE_STATEMENT, watcher);
    }

    /**
     * As {@link #beforeStatement}, and the text that the listener returns is sent in place of {@link StatementEvent#text()}: a comment that
     * names the request, a hint for the optimizer. The parameters stay, so the new text has the same question marks in the same order.
     * A statement with a replaced text is prepared each time it runs.
     */
    public Subscription replaceText(Changer<StatementEvent, String> changer) {
        return change(StatementEventKeys.BEFORE_STATEMENT, changer);
    }

    /** After a statement ran or failed. The rows of a query are not read yet; see {@link #afterRows}. */
    public Subscription afterStatement(Watcher<StatementOutcome> watcher) {
        return listen(StatementEventKeys.AFTER_STATEMENT, watcher);
    }

    /** After the rows of a query were read or let go. Fires behind {@link #afterStatement}, and not if the query failed. */
    public Subscription afterRows(Watcher<RowsOutcome> watcher) {
        return listen(StatementEventKeys.AFTER_ROWS, watcher);
    }
}
