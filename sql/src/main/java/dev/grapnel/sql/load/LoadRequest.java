package dev.grapnel.sql.load;

import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SELECT of entities that is about to run, as {@code do_orm_execute} shows it, and the criteria that its listeners add. */
public final class LoadRequest {
    private final TableMapper mapper;
    private final boolean columnLoad;
    private final @Nullable Relationship relationship;
    private final @Nullable InstanceState lazyFrom;
    private final boolean autoflush;
    private final ExecutionOptions given;
    private ExecutionOptions running;
    private @Nullable SentSelect sent;
    private @Nullable PartMerging merging;
    private List<LoadOptions.Criterion> added = List.of();
    private @Nullable IdentityKey key;
    private @Nullable IdentityKey sought;

    private LoadRequest(
            TableMapper mapper,
            boolean columnLoad,
            @Nullable Relationship relationship,
            @Nullable InstanceState lazyFrom,
            boolean autoflush,
            ExecutionOptions given) {
        this.mapper = mapper;
        this.columnLoad = columnLoad;
        this.relationship = relationship;
        this.lazyFrom = lazyFrom;
        this.autoflush = autoflush;
        this.given = given;
        this.running = given;
    }

    /** A query or a get by key. */
    public static LoadRequest ofEntity(TableMapper mapper, boolean autoflush) {
        return ofEntity(mapper, autoflush, ExecutionOptions.NONE);
    }

    /** A query or a get by key, with options. */
    public static LoadRequest ofEntity(TableMapper mapper, boolean autoflush, ExecutionOptions given) {
        return new LoadRequest(mapper, false, null, null, autoflush, given);
    }

    /** A query of the application's. */
    public static LoadRequest ofQuery(
            TableMapper mapper, SentSelect sent, PartMerging merging, boolean autoflush, ExecutionOptions given) {
        LoadRequest request = ofEntity(mapper, autoflush, given);
        request.sent = sent;
        request.merging = merging;
        return request;
    }

    /** A reload of columns; by which relationship a statement with options came to the object is told again (rule G-13). */
    static LoadRequest ofColumns(
            TableMapper mapper, InstanceState state, @Nullable Relationship via, boolean autoflush) {
        return new LoadRequest(mapper, true, via, null, autoflush, where(state));
    }

    /** A relationship of many owners, all from the same store. */
    static LoadRequest ofRelationship(Relationship relationship, InstanceState owner) {
        return new LoadRequest(TableMapper.target(relationship), false, relationship, null, true, where(owner));
    }

    /** A relationship on first read. */
    static LoadRequest ofFirstRead(Relationship relationship, InstanceState owner, boolean autoflush) {
        return new LoadRequest(TableMapper.target(relationship), false, relationship, owner, autoflush, where(owner));
    }

    /** What belongs to an object is where the object came from (rule S-57). */
    private static ExecutionOptions where(InstanceState state) {
        return where(state.token());
    }

    /** The options that lead to a shard; none without one. */
    public static ExecutionOptions where(@Nullable String token) {
        return token == null
                ? ExecutionOptions.NONE
                : ExecutionOptions.NONE.with(ExecutionOption.IDENTITY_TOKEN, token);
    }

    // ---- what it is ----

    /** The mapper of the entity. */
    public TableMapper mapper() {
        return mapper;
    }

    /** Whether columns of an object in memory are reloaded. */
    public boolean columnLoad() {
        return columnLoad;
    }

    /** The relationship being loaded, or null. */
    public @Nullable Relationship relationship() {
        return relationship;
    }

    /** The object whose relationship is loaded on first read, or null. */
    public @Nullable InstanceState lazyFrom() {
        return lazyFrom;
    }

    /** Whether a flush may precede. */
    public boolean autoflush() {
        return autoflush;
    }

    /** What was said about the running of the statement by whoever sent it. */
    public ExecutionOptions given() {
        return given;
    }

    /** The same with more said about the running of the statement. */
    LoadRequest overlaid(ExecutionOptions more) {
        return more.isEmpty()
                ? this
                : new LoadRequest(mapper, columnLoad, relationship, lazyFrom, autoflush, given.overlaidBy(more));
    }

    /** Says which single object is loaded. */
    void seeks(IdentityKey identity) {
        sought = identity;
    }

    /** The key of the single object that is loaded, or null. */
    public @Nullable IdentityKey sought() {
        return sought;
    }

    /** Says which single object is loaded, where nothing but its key decides about it. */
    void byKey(IdentityKey identity) {
        key = identity;
    }

    /** The key of the single object that is loaded, or null. */
    public @Nullable IdentityKey key() {
        return key;
    }

    /** The query of the application's, as listeners left it; null if the engine itself loads something. */
    public @Nullable SentSelect sent() {
        return sent;
    }

    /** How results of several databases become one, for a query of the application's. */
    public @Nullable PartMerging merging() {
        return merging;
    }

    /** How its objects are loaded, as far as it is known before it runs. */
    public LoadOptions options() {
        if (sent != null) {
            return sent.options();
        }
        if (lazyFrom != null && relationship != null) {
            return LoadOptions.of(lazyFrom.loadOrigin()).below(relationship);
        }
        return LoadOptions.NONE;
    }

    // ---- what listeners change ----

    /** The statement is about to run, with what is said about it in the end. */
    public void running(ExecutionOptions options) {
        running = options;
    }

    /**
     * What listeners made of the statement that is about to run; each invocation begins anew.
     *
     * @param statement the query in place of the one before, or null if there was none
     * @param criteria conditions on classes, wherever they are selected in the statement and in later loads of its objects (rules S-59, G-17)
     */
    public void settle(@Nullable SentSelect statement, List<LoadOptions.Criterion> criteria) {
        sent = statement;
        added = criteria;
    }

    /** What is said about the running of the statement in the end. */
    public ExecutionOptions running() {
        return running;
    }

    /** Tells a result what was said about the running of its statement. */
    public void tell(LoadRun run) {
        Boolean overwriting = running.get(ExecutionOption.POPULATE_EXISTING);
        if (overwriting != null) {
            run.populateExisting(overwriting);
        }
    }

    /** Options with what listeners added. */
    public LoadOptions refined(LoadOptions own) {
        if (added.isEmpty()) {
            return own;
        }
        LoadOptions all = own;
        for (LoadOptions.Criterion criterion : added) {
            all = all.where(criterion);
        }
        return all;
    }
}
