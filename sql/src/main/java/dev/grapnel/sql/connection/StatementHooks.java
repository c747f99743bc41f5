package dev.grapnel.sql.connection;

import dev.grapnel.events.Dispatch;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.Listeners;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The listeners of one engine's statements and the log, ready to be asked and told. Thread-safe. */
public final class StatementHooks {
    private final Dispatch dispatch;
    private final Listeners<StatementEvent> before;
    private final Listeners<StatementOutcome> after;
    private final Listeners<RowsOutcome> rows;

    StatementHooks(String description) {
        this.dispatch = Dispatch.of(StatementEventKeys.CATALOG, description, null);
        this.before = dispatch.listeners(StatementEventKeys.BEFORE_STATEMENT);
        this.after = dispatch.listeners(StatementEventKeys.AFTER_STATEMENT);
        this.rows = dispatch.listeners(StatementEventKeys.AFTER_ROWS);
    }

    StatementEvents events() {
        return new StatementEvents(dispatch, ListenOptions.NONE);
    }

    /** {@return whether nobody listens and nothing is logged, so that no event needs to be made} */
    public boolean isEmpty() {
        return before.isEmpty() && after.isEmpty() && rows.isEmpty() && !StatementLog.isOn();
    }

    /**
     * Runs a statement and tells of it before and after.
     *
     * @param event what is about to run
     * @param run sends the text that it is given, which listeners may have replaced
     * @param <T> what the statement gives
     * @return what it gave
     */
    public <T> Written<T> around(StatementEvent event, Function<String, Written<T>> run) {
        before(event);
        String text = event.text();
        long start = System.nanoTime();
        Written<T> written;
        try {
            written = run.apply(text);
        } catch (RuntimeException failure) {
            after(new StatementOutcome(event, -1, System.nanoTime() - start, failure));
            throw failure;
        }
        after(new StatementOutcome(event, written.count(), System.nanoTime() - start, null));
        return written;
    }

    void before(StatementEvent event) {
        before.fire(event);
        StatementLog.before(event);
    }

    void after(StatementOutcome outcome) {
        StatementLog.after(outcome);
        after.fire(outcome);
    }

    /**
     * Tells that the rows of a query were read or let go.
     *
     * @param query what ran
     * @param count how many rows were read
     * @param nanos since the query was sent
     * @param failure why a row could not be read, or null
     */
    public void afterRows(StatementEvent query, long count, long nanos, @Nullable RuntimeException failure) {
        if (!rows.isEmpty() || StatementLog.isOn()) {
            RowsOutcome outcome = new RowsOutcome(query, count, nanos, failure);
            StatementLog.after(outcome);
            rows.fire(outcome);
        }
    }
}
