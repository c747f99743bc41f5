package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The serialised form of the link from an object to the parent that holds it.
 *
 * @param declaringType the class that declares the relationship
 * @param attribute the name of the relationship
 * @param parent the parent, or null if it let go of the object
 */
record SerializedParent(
        Class<?> declaringType, String attribute, @Nullable Object parent) implements Serializable {
    private static final long serialVersionUID = 1L;

    static ArrayList<SerializedParent> of(InstanceState child) {
        ArrayList<SerializedParent> links = new ArrayList<>();
        for (Map.Entry<Object, @Nullable InstanceState> link : child.parents().entrySet()) {
            InstanceState parent = link.getValue();
            Object object = parent == null ? null : parent.object();
            if (link.getKey() instanceof ParentToken token && (parent == null || isNeeded(child, parent, token))) {
                links.add(new SerializedParent(token.declaringType(), token.name(), object));
            }
        }
        return links;
    }

    /** A child that was in the store has a parent unless told otherwise; the graph is to hold no more parents than it must. */
    private static boolean isNeeded(InstanceState child, InstanceState parent, ParentToken token) {
        if (parent.object() == null) {
            return false;
        }
        AttributeTracker attribute = ClassManager.of(parent).trackerOrNull(token.name());
        return child.key() == null || (attribute != null && parent.isChanged(attribute.index()));
    }

    void restore(InstanceState child) {
        ClassManager manager = ClassManager.find(declaringType);
        AttributeTracker relationship = manager == null ? null : manager.trackerOrNull(attribute);
        if (relationship != null && relationship.isTrackParent()) {
            child.parent(relationship.parentToken(), ClassManager.stateOf(parent));
        }
    }
}
