package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.PartMerging;
import dev.grapnel.sql.load.SentSelect;
import dev.grapnel.sql.query.EntityQuery;
import dev.grapnel.sql.query.SqlQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT of entities, as {@code do_orm_execute} shows it.
 *
 * <pre>{@code
 * Events.on(sessions).doOrmExecute(e -> {
 *   if (e instanceof SelectState select && !e.isColumnLoad() && !e.isRelationshipLoad()) {
 *     select.addCriterion(Note.class, note -> DSL.field(note.append("tenant")).eq(tenant()));
 *   }
 * });
 * }</pre>
 */
public final class SelectState extends OrmExecuteState {
    private final LoadRequest request;
    private final @Nullable SentSelect asked;
    private @Nullable SentSelect sent;
    private List<LoadOptions.Criterion> criteria;

    SelectState(Session session, LoadRequest request, ExecutionOptions options) {
        this(session, request, options, request.sent(), request.sent(), List.of());
    }

    private SelectState(
            Session session,
            LoadRequest request,
            ExecutionOptions options,
            @Nullable SentSelect asked,
            @Nullable SentSelect sent,
            List<LoadOptions.Criterion> criteria) {
        super(session, StatementKind.SELECT, request.mapper(), options);
        this.request = request;
        this.asked = asked;
        this.sent = sent;
        this.criteria = criteria;
    }

    @Override
    protected OrmExecuteState again(ExecutionOptions changed) {
        return new SelectState((Session) session(), request, changed, asked, sent, criteria);
    }

    @Override
    protected void settle() {
        request.settle(sent, criteria);
    }

    // ---- the statement ----

    /**
     * The query that the application sends, as listeners so far left it; null if the library itself loads something: an object by its key, columns,
     * or a relationship.
     */
    public @Nullable EntityQuery<?> statement() {
        return (EntityQuery<?>) sent;
    }

    /**
     * Puts another query in place of the one that is sent, for later listeners and for the execution. What is asked of it, as its objects, some values
     * or their number, stays. Its options hold, those about the running of the statement among them.
     *
     * <pre>{@code
     * if (select.statement() instanceof Query<?> query && !query.hasRange()) {
     *   select.statement(query.limit(1_000));
     * }
     * }</pre>
     *
     * @param other for objects of the same class or a subclass
     * @throws InvalidRequestException if the library itself loads something; add a criterion, or answer instead
     * @throws InvalidArgumentException if it is for another class
     */
    public void statement(EntityQuery<?> other) {
        if (sent == null) {
            throw new InvalidRequestException(
                    "Cannot put another statement in place of this one: the library itself loads "
                            + (request.relationship() == null
                                    ? request.mapper().type().getSimpleName()
                                    : request.relationship())
                            + ". Add a criterion with addCriterion(), or answer by replaceOnOrmExecute().");
        }
        if (!request.mapper().type().isAssignableFrom(other.entity())) {
            throw new InvalidArgumentException("Cannot put a query for "
                    + other.entity().getSimpleName() + " in place of one for "
                    + request.mapper().type().getSimpleName() + ": its objects are of another class.");
        }
        updateOptions(other.execution().beyond(((EntityQuery<?>) sent).execution()));
        sent = other;
    }

    /**
     * Runs another query in place of the one that is sent, for this invocation alone (rule S-56); see {@link #invoke(ExecutionOptions)}.
     *
     * @param other as for {@link #statement(EntityQuery)}
     * @param more laid over {@link #localOptions}
     * @return what it gave
     */
    public OrmResult invoke(EntityQuery<?> other, ExecutionOptions more) {
        SentSelect before = sent;
        try {
            return invokeChanged(() -> statement(other), more);
        } finally {
            sent = before;
        }
    }

    /**
     * Runs the statement once for each of several databases, and makes one result: objects and rows of values in the order of the query and within
     * its limit and offset, numbers summed, groups put together. Texts are compared as {@link String#compareTo} does; see
     * {@link #invokeEach(List, Comparator)}.
     *
     * <pre>{@code
     * select.invokeEach(List.of(
     *     ExecutionOptions.NONE.with(ExecutionOption.IDENTITY_TOKEN, "europe"),
     *     ExecutionOptions.NONE.with(ExecutionOption.IDENTITY_TOKEN, "asia")));
     * }</pre>
     *
     * @param places what is laid over {@link #localOptions} for each; at least one
     * @return the result of all
     * @throws InvalidRequestException if no result can be made of several, as for an average
     */
    public OrmResult invokeEach(List<ExecutionOptions> places) {
        return invokeEach(places, Comparator.naturalOrder());
    }

    /**
     * As {@link #invokeEach(List)}, with the order that texts have in the databases.
     *
     * @param places what is laid over {@link #localOptions} for each; at least one
     * @param texts the order, as a {@link java.text.Collator}
     * @return the result of all
     * @throws InvalidRequestException if no result can be made of several
     */
    public OrmResult invokeEach(List<ExecutionOptions> places, Comparator<? super String> texts) {
        if (places.size() == 1) {
            return invoke(places.get(0));
        }
        PartMerging merging = request.merging();
        SentSelect whole = sent;
        if (whole == null || merging == null) {
            List<Object> all = new ArrayList<>();
            places.forEach(place -> all.addAll(invoke(place).objects()));
            return resultOf(all);
        }
        EntityQuery<?> part = (EntityQuery<?>) merging.part(whole);
        List<Object> contents = new ArrayList<>();
        places.forEach(place -> contents.add(Objects.requireNonNull(contentOf(invoke(part, place)))));
        return resultOf(merging.merge(whole, contents, texts));
    }

    /** Whether a listener has put another statement in place of that of the application. */
    public boolean isReplaced() {
        return sent != asked;
    }

    /** Whether the application wrote the statement itself, as SQL or by jOOQ. */
    public boolean isFromStatement() {
        return sent instanceof SqlQuery<?>;
    }

    /**
     * How the objects are loaded, as far as it is known before the statement runs: what a query says, or what an object remembers of the query that
     * it came by. What listeners added is in {@link #criteria()}.
     */
    public LoadOptions loadOptions() {
        return request.options();
    }

    /** What the application attached to the query, and for loads of relationships what is to follow there ({@link LoadOptions#attach}). */
    public List<Object> userDefinedOptions() {
        return request.options().attachments();
    }

    /**
     * Adds a condition on a class, wherever the statement selects it or joins it; it follows to later loads of the relationships of the
     * objects that come (rules S-59, G-16, G-17). No effect on a reload of columns, so that an object in memory can be reloaded always
     * (rule G-18).
     *
     * @param type the class or a superclass; it also holds for subclasses
     * @param condition gives the condition for the name under which the class's table is in the statement
     */
    public void addCriterion(Class<?> type, Function<Name, Condition> condition) {
        addCriterion(new LoadOptions.Criterion(type, condition));
    }

    /**
     * As {@link #addCriterion(Class, Function)}. A criterion that came along from an earlier statement holds once, so a listener that keeps it in
     * a field may add it to loads of relationships too; then it also holds for objects that were there before the listener.
     *
     * @param criterion the condition
     */
    public void addCriterion(LoadOptions.Criterion criterion) {
        List<LoadOptions.Criterion> grown = new ArrayList<>(criteria);
        grown.add(criterion);
        criteria = List.copyOf(grown);
    }

    /** The conditions that listeners have added to this statement so far. */
    public List<LoadOptions.Criterion> criteria() {
        return criteria;
    }

    /**
     * The key of the one object that is asked for, by {@code get} or by the first read of a reference, where nothing else decides what comes; null
     * for all other statements, and where strategies, conditions or overwriting are asked for as well.
     */
    public @Nullable IdentityKey identityKey() {
        IdentityKey key = request.key();
        String token = localOptions().get(ExecutionOption.IDENTITY_TOKEN);
        return key == null || token == null ? key : key.withToken(token);
    }

    /**
     * The key of the one object that is asked for, by {@code get} or by the first read of a reference, whatever else is asked for; null for all other
     * statements.
     */
    public @Nullable IdentityKey soughtKey() {
        return request.sought();
    }

    @Override
    public boolean isColumnLoad() {
        return request.columnLoad();
    }

    @Override
    public boolean isRelationshipLoad() {
        return request.relationship() != null;
    }

    @Override
    public @Nullable InstanceState lazyLoadedFrom() {
        return request.lazyFrom();
    }

    @Override
    public @Nullable String loaderPath() {
        Relationship relationship = request.relationship();
        return relationship == null ? null : relationship.toString();
    }
}
