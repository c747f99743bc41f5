package dev.grapnel.sql.load;

import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.TableMapper;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT of entities that is about to run, as {@code do_orm_execute} shows it.
 *
 * @param mapper of the entity
 * @param columnLoad whether columns of an object in memory are reloaded
 * @param relationship the relationship being loaded, or null
 * @param lazyFrom the object whose relationship is loaded on first read, or null
 * @param autoflush whether a flush may precede
 */
public record LoadRequest(
        TableMapper mapper,
        boolean columnLoad,
        @Nullable Relationship relationship,
        @Nullable InstanceState lazyFrom,
        boolean autoflush) {

    /** A query or a get by key. */
    public static LoadRequest ofEntity(TableMapper mapper) {
        return new LoadRequest(mapper, false, null, null, true);
    }

    /** A reload of columns; by which relationship a statement with options came to the object is told again (rule G-13). */
    static LoadRequest ofColumns(TableMapper mapper, @Nullable Relationship via, boolean autoflush) {
        return new LoadRequest(mapper, true, via, null, autoflush);
    }

    /** A relationship on first read. */
    public static LoadRequest ofRelationship(
            TableMapper target, Relationship relationship, InstanceState from, boolean autoflush) {
        return new LoadRequest(target, false, relationship, from, autoflush);
    }
}
