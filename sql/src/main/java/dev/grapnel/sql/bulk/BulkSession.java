package dev.grapnel.sql.bulk;

import dev.grapnel.core.load.LoadSession;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.TableMapper;
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

    /** Does work within an inner marker of the transaction; if it fails, the transaction has to be rolled back. */
    <T extends @Nullable Object> T withinMarker(Supplier<T> work);

    /**
     * Runs statements where rows of a class are, of which nobody is told.
     *
     * @param mapper of the class
     * @param token of the rows, as the name of a shard; or null
     * @param work runs them by {@link #runner()}
     * @param <T> what it gives
     * @return what it gives
     */
    <T extends @Nullable Object> T at(TableMapper mapper, @Nullable String token, Supplier<T> work);

    /** The token of an object's rows, which exist or are going to; null without one. */
    @Nullable String tokenOf(InstanceState state);

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
