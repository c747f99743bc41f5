package dev.grapnel.core.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which parents hold one object, each through a relationship. As a rule there is one, for which there is no map.
 *
 * <p>The order of the first link is kept.
 */
final class ParentLinks {
    private final Object first;
    private @Nullable InstanceState ofFirst;
    private @Nullable Map<Object, @Nullable InstanceState> others;

    ParentLinks(Object relationship, @Nullable InstanceState parent) {
        this.first = relationship;
        this.ofFirst = parent;
    }

    /** Records a parent, or null for a cut link. */
    void put(Object relationship, @Nullable InstanceState parent) {
        if (first.equals(relationship)) {
            ofFirst = parent;
            return;
        }
        if (others == null) {
            others = new LinkedHashMap<>(4);
        }
        others.put(relationship, parent);
    }

    /** Whether something was recorded of a relationship. */
    boolean knows(Object relationship) {
        return first.equals(relationship) || (others != null && others.containsKey(relationship));
    }

    /** The parent, or null if the link was cut or is not known. */
    @Nullable InstanceState get(Object relationship) {
        if (first.equals(relationship)) {
            return ofFirst;
        }
        return others == null ? null : others.get(relationship);
    }

    /** A copy. */
    Map<Object, @Nullable InstanceState> all() {
        Map<Object, @Nullable InstanceState> all = new LinkedHashMap<>();
        all.put(first, ofFirst);
        if (others != null) {
            all.putAll(others);
        }
        return all;
    }
}
