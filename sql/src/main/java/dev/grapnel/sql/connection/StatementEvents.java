package dev.grapnel.sql.connection;

import dev.grapnel.events.EventFamily;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;

/**
 * The events of the statements that Grapnel runs over an {@link Engine}: {@code Events.on(engine).beforeStatement(…)}. Statements that
 * a program runs by itself on an unwrapped connection fire none.
 */
public final class StatementEvents extends EventFamily<StatementEvents> {

    StatementEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    @Override
    protected StatementEvents with(ListenOptions changed) {
        return new StatementEvents(target(), changed);
    }

    /** Before a statement goes to the database, a batch as one. Throwing refuses it. */
    public Subscription beforeStatement(Watcher<StatementEvent> watcher) {
        return listen(StatementEventKeys.BEFORE_STATEMENT, watcher);
    }

    /** After a statement ran or failed. */
    public Subscription afterStatement(Watcher<StatementOutcome> watcher) {
        return listen(StatementEventKeys.AFTER_STATEMENT, watcher);
    }
}
