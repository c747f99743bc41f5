package dev.grapnel.sql.load;

import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SELECT of entities that is about to run, as {@code do_orm_execute} shows it, and the criteria that its listeners add. */
public final class LoadRequest {
    private final TableMapper mapper;
    private final boolean columnLoad;
    private final @Nullable Relationship relationship;
    private final @Nullable InstanceState lazyFrom;
    private final boolean autoflush;
    private List<LoadOptions.Criterion> added = List.of();

    private LoadRequest(
            TableMapper mapper,
            boolean columnLoad,
            @Nullable Relationship relationship,
            @Nullable InstanceState lazyFrom,
            boolean autoflush) {
        this.mapper = mapper;
        this.columnLoad = columnLoad;
        this.relationship = relationship;
        this.lazyFrom = lazyFrom;
        this.autoflush = autoflush;
    }

    /** A query or a get by key. */
    public static LoadRequest ofEntity(TableMapper mapper, boolean autoflush) {
        return new LoadRequest(mapper, false, null, null, autoflush);
    }

    /** A reload of columns; by which relationship a statement with options came to the object is told again (rule G-13). */
    static LoadRequest ofColumns(TableMapper mapper, @Nullable Relationship via, boolean autoflush) {
        return new LoadRequest(mapper, true, via, null, autoflush);
    }

    /** A relationship of many owners. */
    static LoadRequest ofRelationship(Relationship relationship) {
        return new LoadRequest(TableMapper.target(relationship), false, relationship, null, true);
    }

    /** A relationship on first read. */
    static LoadRequest ofFirstRead(Relationship relationship, InstanceState owner, boolean autoflush) {
        return new LoadRequest(TableMapper.target(relationship), false, relationship, owner, autoflush);
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

    // ---- what listeners add ----

    /** Adds a condition on a class, wherever it is selected in the statement and in later loads of its objects (rules S-59, G-17). */
    public void add(LoadOptions.Criterion criterion) {
        List<LoadOptions.Criterion> grown = new ArrayList<>(added);
        grown.add(criterion);
        added = grown;
    }

    /** Options with what listeners added. */
    public LoadOptions refined(LoadOptions own) {
        LoadOptions all = own;
        for (LoadOptions.Criterion criterion : added) {
            all = all.where(criterion);
        }
        return all;
    }
}
