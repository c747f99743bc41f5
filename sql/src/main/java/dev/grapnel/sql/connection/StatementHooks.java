package dev.grapnel.sql.connection;

import dev.grapnel.events.Dispatch;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.Listeners;

/** The listeners of one engine's statements, ready to be asked and fired. Thread-safe. */
public final class StatementHooks {
    private final Dispatch dispatch;
    private final Listeners<StatementEvent> before;
    private final Listeners<StatementOutcome> after;

    StatementHooks(String description) {
        this.dispatch = Dispatch.of(StatementEventKeys.CATALOG, description, null);
        this.before = dispatch.listeners(StatementEventKeys.BEFORE_STATEMENT);
        this.after = dispatch.listeners(StatementEventKeys.AFTER_STATEMENT);
    }

    StatementEvents events() {
        return new StatementEvents(dispatch, ListenOptions.NONE);
    }

    /** {@return whether nobody listens, so that no event needs to be made} */
    public boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    /**
     * Tells that a statement is about to run.
     *
     * @param event what is about to run
     */
    public void before(StatementEvent event) {
        before.fire(event);
    }

    /**
     * Tells that a statement ran or failed.
     *
     * @param outcome what ran, with what result
     */
    public void after(StatementOutcome outcome) {
        after.fire(outcome);
    }
}
