package dev.grapnel.sql.bulk;

import dev.grapnel.core.load.LoadSession;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What set-based statements need of their session. */
public interface BulkSession extends LoadSession {
    /** Checks that no other thread is inside, and runs. */
    <T extends @Nullable Object> T exclusively(Supplier<T> operation);

    /**
     * Passes a statement through the session: {@code do_orm_execute}, then the flush, then the statement.
     *
     * @param announcement what listeners are told of it
     * @param statement runs it, with configured mappers and what is said about its running in the end; begins the transaction by
     *     {@link #runner()}
     * @param <T> what it gives
     * @return what it gives, or what a listener gave instead
     */
    <T extends @Nullable Object> T announced(Announcement announcement, Function<ExecutionOptions, T> statement);

    /** Runs statements in the transaction; begins it. */
    StatementRunner runner();

    /** The texts of statements. */
    StatementCache statements();

    /** All persistent objects in memory, in the order in which they came. */
    Collection<Enhanced> persistentObjects();

    /** Objects follow an UPDATE: the transaction remembers them (rule Q-15). */
    void altered(Collection<InstanceState> states);

    /** Objects follow a DELETE: they become deleted. */
    void rowsDeleted(Collection<InstanceState> states);
}
