package dev.grapnel.core.flush.execute;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.KeyPair;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.List;

/** From which attributes to which ones the keys of one relationship go between objects of two classes; found once for many objects. */
final class KeyRoute {
    private final Relationship relationship;
    private final ClassManager source;
    private final ClassManager destination;
    private final AttributeTracker[] from;
    private final AttributeTracker[] to;

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
    }

    boolean leads(Relationship along, InstanceState first, InstanceState second) {
        return relationship == along && source == first.manager() && destination == second.manager();
    }

    /** Copies a key by ordinary assignment (rules U-7, A-14). */
    void copy(InstanceState first, InstanceState second) {
        for (int at = 0; at < from.length; at++) {
            to[at].set(second, from[at].get(first, Passive.OFF), null, Passive.OFF);
        }
    }
}
