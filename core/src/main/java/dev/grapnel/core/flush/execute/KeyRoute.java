package dev.grapnel.core.flush.execute;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.flush.plan.KeyCopy;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.KeyPair;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.Arrays;
import java.util.List;

/** From which attributes to which ones the keys of one relationship go between objects of two classes; found once for many objects. */
final class KeyRoute {
    private final Relationship relationship;
    private final ClassManager source;
    private final ClassManager destination;
    private final AttributeTracker[] from;
    private final AttributeTracker[] to;
    /** Whether it refers by other values than those of the key, which may be missing. */
    private final boolean mayMiss;

    KeyRoute(Relationship relationship, InstanceState source, InstanceState destination) {
        this.relationship = relationship;
        this.source = ClassManager.of(source);
        this.destination = ClassManager.of(destination);
        List<KeyPair> pairs = relationship.keyPairs();
        this.from =
                pairs.stream().map(pair -> this.source.tracker(pair.source())).toArray(AttributeTracker[]::new);
        this.to = pairs.stream()
                .map(pair -> this.destination.tracker(pair.destination()))
                .toArray(AttributeTracker[]::new);
        this.mayMiss = Arrays.stream(from).anyMatch(attribute -> !KeyCopy.isKey(source, attribute));
    }

    boolean leads(Relationship along, InstanceState first, InstanceState second) {
        return relationship == along && source == first.manager() && destination == second.manager();
    }

    /** Copies a key by ordinary assignment (rules U-7, A-14). */
    void copy(InstanceState first, InstanceState second) {
        for (int at = 0; at < from.length; at++) {
            Object value = from[at].get(first, Passive.OFF);
            if (value == null && mayMiss) {
                throw missing(first, second, from[at]);
            }
            to[at].set(second, value, null, Passive.OFF);
        }
    }

    private FlushException missing(InstanceState first, InstanceState second, AttributeTracker attribute) {
        return new FlushException(
                "Cannot write that " + second + " refers to " + first + " along " + relationship + ": it does so by "
                        + attribute + ", which has no value. Set it, or let nothing refer to that object.");
    }
}
