package dev.grapnel.mongo.mapping;

import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values and the status of one object at one moment, to be given back to it. Refers to the object strongly. */
public final class ObjectSnapshot {
    private final Object object;
    private final DocumentState<?> state;
    private final Standing standing;
    private final @Nullable IdentityKey key;
    private final boolean modified;
    private final @Nullable Object[] values;
    private final @Nullable Object[] committed;
    private final boolean[] changed;

    private ObjectSnapshot(DocumentState<?> state) {
        InstanceState instance = state.instanceState();
        List<MappedField> fields = state.mapper().fields();
        this.object = state.object();
        this.state = state;
        this.standing = state.standing();
        this.key = instance.key();
        this.modified = instance.isModified();
        this.values = new Object[fields.size()];
        this.committed = new Object[fields.size()];
        this.changed = new boolean[fields.size()];
        for (int at = 0; at < values.length; at++) {
            int index = fields.get(at).index();
            values[at] = fields.get(at).copy(instance.value(index));
            changed[at] = instance.isChanged(index);
            committed[at] = changed[at] ? instance.committed(index) : null;
        }
    }

    /** Remembers an object; one that is expired is loaded first. */
    public static ObjectSnapshot of(DocumentState<?> state) {
        state.loadIfExpired();
        return new ObjectSnapshot(state);
    }

    /** The object. */
    public Object object() {
        return object;
    }

    /** Gives the object its values, its former values and its status again, without events of attributes. */
    public void restore() {
        InstanceState instance = state.instanceState();
        instance.expired(false);
        instance.forgetAllCommitted();
        instance.clean();
        instance.key(key);
        List<MappedField> fields = state.mapper().fields();
        for (int at = 0; at < values.length; at++) {
            put(instance, fields.get(at), at);
        }
        state.mapper().table().dropRelations(instance);
        state.standing(standing);
        if (modified) {
            instance.touch();
        }
        state.tellStatus();
    }

    private void put(InstanceState instance, MappedField field, int at) {
        Object value = values[at];
        if (value == Marker.NO_VALUE) {
            instance.drop(field.index());
        } else {
            field.store(instance, field.renewed(value));
        }
        if (changed[at]) {
            instance.keepCommitted(field.index(), committed[at]);
        }
    }
}
