package dev.grapnel.mongo.mapping;

import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** The ids of the documents of one class, in memory and as they are stored. */
public final class DocumentIds {
    private final FieldTable table;

    DocumentIds(FieldTable table) {
        this.table = table;
    }

    MappedField field() {
        return table.id();
    }

    /** The id of an object as it is in memory, or as it was if the object is expired. */
    @Nullable Object of(InstanceState state) {
        Object id = state.value(field().index());
        if (!Marker.is(id)) {
            return id;
        }
        IdentityKey known = state.key();
        return known == null ? null : known.part(0);
    }

    /** The id of an object that another one is about to refer to: a new object gets its own now, if ids are made by themselves. */
    @Nullable Object forReference(InstanceState state) {
        if (!state.has(field().index()) && state.key() == null) {
            Object made = field().schema().defaultValue(Checking.ASSIGNED);
            if (made != null && made != Marker.NO_VALUE) {
                field().store(state, made);
            }
        }
        return of(state);
    }

    /** The id of an object as it is stored. */
    public @Nullable Object stored(InstanceState state) {
        return stored(of(state));
    }

    /** An object as messages name it: by its id also before it is written. */
    public String named(InstanceState state) {
        return state.key() == null
                ? "the new " + state.manager().type().getSimpleName() + " with _id " + stored(state)
                : state.toString();
    }

    /** An id as it is stored. */
    public @Nullable Object stored(@Nullable Object id) {
        return field().schema().stored(id);
    }

    /**
     * An id as it is kept in memory.
     *
     * @param id as a program or the store has it
     * @return the id, which is equal to that of an object that is loaded
     */
    public @Nullable Object inMemory(@Nullable Object id) {
        try {
            return id == null ? null : field().schema().check(id, Checking.ASSIGNED);
        } catch (InvalidValueException other) {
            return id;
        }
    }
}
