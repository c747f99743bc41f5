package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Listeners;
import dev.grapnel.events.Registration;
import dev.grapnel.events.ValueEvent;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement is about to run through a session (rules S-50 to S-53). Fires before the flush and the transaction that it may cause.
 *
 * <p>A listener whose answer counts ({@link SessionEvents#replaceOnOrmExecute}) may give a result instead of having the statement run; the
 * listeners after it are not told then. With {@link #invoke} it runs the statement itself, between what it does before and after.
 */
public abstract class OrmExecuteState extends ValueEvent<OrmResult> {
    private final Session session;
    private final StatementKind kind;
    private final @Nullable Mapper mapper;
    private final ExecutionOptions options;
    private ExecutionOptions updates = ExecutionOptions.NONE;
    private List<Registration<OrmExecuteState>> remaining = List.of();
    private Function<ExecutionOptions, ?> statement = given -> null;
    private boolean telling;

    /**
     * Made by the backend.
     *
     * @param session the session
     * @param kind what the statement does
     * @param mapper of its entity, or null
     * @param options what was said about its running
     */
    protected OrmExecuteState(Session session, StatementKind kind, @Nullable Mapper mapper, ExecutionOptions options) {
        super(null);
        this.session = session;
        this.kind = kind;
        this.mapper = mapper;
        this.options = options;
    }

    // ---- what it is ----

    /** The session. */
    public Session session() {
        return session;
    }

    /** What the statement does. */
    public final StatementKind kind() {
        return kind;
    }

    /** The mapper of the statement's entity, or null. */
    public final @Nullable Mapper bindMapper() {
        return mapper;
    }

    /** Whether it reads. */
    public final boolean isSelect() {
        return kind == StatementKind.SELECT;
    }

    /** Whether it is a set-based INSERT. */
    public final boolean isInsert() {
        return kind == StatementKind.INSERT;
    }

    /** Whether it is a set-based UPDATE. */
    public final boolean isUpdate() {
        return kind == StatementKind.UPDATE;
    }

    /** Whether it is a set-based DELETE. */
    public final boolean isDelete() {
        return kind == StatementKind.DELETE;
    }

    /** Whether it reloads columns of an object in memory: expired or deferred ones, or a refresh. */
    public abstract boolean isColumnLoad();

    /** Whether it loads a relationship. */
    public abstract boolean isRelationshipLoad();

    /** The object whose relationship is being loaded on first read, or null. */
    public abstract @Nullable InstanceState lazyLoadedFrom();

    /** The relationship being loaded, as {@code Class.attribute}, or null. */
    public abstract @Nullable String loaderPath();

    /**
     * The same statement for the listeners that are told within {@link #invoke}. What this one's listeners changed has to be in it.
     *
     * @param changed the options of the invocation
     */
    protected abstract OrmExecuteState again(ExecutionOptions changed);

    /** The statement is about to run as the listeners of this very invocation left it. */
    protected void settle() {
        // nothing but options can be changed by default
    }

    /** What the statement gives: a list, a number of rows, or for a reload whether there was a row. */
    protected Class<?> resultType() {
        if (isSelect()) {
            return isColumnLoad() ? Boolean.class : List.class;
        }
        return Integer.class;
    }

    // ---- how it runs ----

    /**
     * What was said about the running of the statement when it was sent, or invoked by an earlier listener. What listeners add meanwhile is not
     * in it.
     */
    public final ExecutionOptions options() {
        return options;
    }

    /** What was said about the running of the statement, and over it what listeners added. */
    public final ExecutionOptions localOptions() {
        return options.overlaidBy(updates);
    }

    /**
     * Says something about the running of the statement, for later listeners and for the statement itself (rules S-58, S-60).
     *
     * @param option which one
     * @param value not null
     * @param <T> the type of its values
     */
    public final <T> void updateOption(ExecutionOption<T> option, T value) {
        updates = updates.with(option, value);
    }

    /**
     * Says several things about the running of the statement, as {@link #updateOption} does.
     *
     * @param more they win over what was said before
     */
    protected final void updateOptions(ExecutionOptions more) {
        updates = updates.overlaidBy(more);
    }

    // ---- running ----

    /**
     * Runs the statement now: tells the listeners after the current one, flushes, and sends it (rule S-55). May be called several times or not
     * at all. For use within a listener.
     *
     * @return what it gave
     * @throws InvalidRequestException if no listener is being told of this statement
     */
    public final OrmResult invoke() {
        return invoke(ExecutionOptions.NONE);
    }

    /**
     * As {@link #invoke()}, with more said about the running of the statement. For a session over several databases: once for each, and one
     * result made of what came (rule S-57).
     *
     * <pre>{@code
     * state.invoke(ExecutionOptions.NONE.with(ExecutionOption.IDENTITY_TOKEN, "europe"));
     * }</pre>
     *
     * @param more laid over {@link #localOptions}, for this invocation alone (rule S-56)
     * @return what it gave
     * @throws InvalidRequestException if the statement has run
     */
    public final OrmResult invoke(ExecutionOptions more) {
        if (!telling) {
            throw new InvalidRequestException(
                    "Cannot invoke this statement: it has run. Call invoke() in the listener that was told of it.");
        }
        return OrmResult.of(again(localOptions().overlaidBy(more)).pass(remaining, statement));
    }

    /**
     * As {@link #invoke(ExecutionOptions)}, with a change that holds for this invocation alone.
     *
     * @param change of this state; what it says about the running is taken back afterwards, what else it does is not
     * @param more laid over {@link #localOptions}
     * @return what it gave
     */
    protected final OrmResult invokeChanged(Runnable change, ExecutionOptions more) {
        ExecutionOptions before = updates;
        try {
            change.run();
            return invoke(more);
        } finally {
            updates = before;
        }
    }

    /** What an invocation gave, whatever it is; for backends that make one result of several. */
    protected static @Nullable Object contentOf(OrmResult result) {
        return result.content();
    }

    /** A result of what several invocations gave. */
    protected static OrmResult resultOf(Object content) {
        return OrmResult.of(content);
    }

    /**
     * Tells listeners of the statement, and runs it unless one of them gives a result; called by backends.
     *
     * @param listeners of the event
     * @param run runs the statement, with what is said about its running in the end
     * @param <T> what it gives
     * @return what it gave, or what a listener gave instead
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // a statement of the engine gives T; what listeners give is checked
    public final <T extends @Nullable Object> T pass(
            Listeners<OrmExecuteState> listeners, Function<ExecutionOptions, T> run) {
        return (T) pass(listeners.snapshot(), run);
    }

    private @Nullable Object pass(List<Registration<OrmExecuteState>> told, Function<ExecutionOptions, ?> run) {
        statement = run;
        telling = true;
        try {
            for (int at = 0; at < told.size(); at++) {
                remaining = told.subList(at + 1, told.size());
                told.get(at).call(this);
                OrmResult given = value();
                if (given != null) {
                    return given.content(resultType());
                }
            }
        } finally {
            telling = false;
        }
        settle();
        return run.apply(localOptions());
    }
}
