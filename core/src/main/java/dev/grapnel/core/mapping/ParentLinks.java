package dev.grapnel.core.mapping;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.InstanceState;
import java.util.Objects;

/** Reads who holds an object through a relationship. */
final class ParentLinks {
    private ParentLinks() {}

    static boolean hasParent(Relationship relationship, InstanceState child) {
        return Objects.requireNonNull(ClassManager.find(relationship.declaringType()))
                .tracker(relationship.name())
                .hasParent(child, child.hasKey());
    }
}
