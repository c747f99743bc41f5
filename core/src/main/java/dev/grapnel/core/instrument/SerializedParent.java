package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The serialised form of the link from an object to the parent that holds it. */
final class SerializedParent implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Class<?> declaringType;
    private final String attribute;
    /** The parent, or null if it let go of the object. */
    private final @Nullable Object parent;

    private SerializedParent(ParentToken relationship, @Nullable Object parent) {
        this.declaringType = relationship.declaringType();
        this.attribute = relationship.name();
        this.parent = parent;
    }

    static List<SerializedParent> of(InstanceState child) {
        List<SerializedParent> links = new ArrayList<>();
        for (Map.Entry<Object, @Nullable InstanceState> link : child.parents().entrySet()) {
            InstanceState parent = link.getValue();
            Object object = parent == null ? null : parent.object();
            boolean collected = parent != null && object == null;
            if (link.getKey() instanceof ParentToken token && !collected) {
                links.add(new SerializedParent(token, object));
            }
        }
        return links;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        Restoration restoration = Restoration.of(in);
        int before = restoration.completed();
        in.defaultReadObject();
        if (parent != null) {
            restoration.tellLast(parent, before);
        }
    }

    void restore(InstanceState child) {
        ClassManager manager = ClassManager.find(declaringType);
        AttributeTracker relationship = manager == null ? null : manager.trackerOrNull(attribute);
        if (relationship != null && relationship.isTrackParent()) {
            child.parent(relationship.parentToken(), ClassManager.stateOf(parent));
        }
    }
}
