package dev.grapnel.core.session;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.entry.EntryEvent;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Listeners;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the listeners of a class that one of its objects is about to be added or marked; once, also if they do the same themselves. */
final class Entering {
    private final Session session;
    private @Nullable Set<InstanceState> told;

    Entering(Session session) {
        this.session = session;
    }

    void beforeAdd(InstanceState state) {
        tell(Mapper.of(state).entryListeners().beforeAdd, state);
    }

    void beforeMarkDeleted(InstanceState state) {
        tell(Mapper.of(state).entryListeners().beforeMarkDeleted, state);
    }

    private void tell(Listeners<EntryEvent<Object>> listeners, InstanceState state) {
        if (!listeners.isEmpty() && told().add(state)) {
            session.telling(listeners, state);
            try {
                listeners.fire(new EntryEvent<>(state));
            } finally {
                session.told();
                told().remove(state);
            }
        }
    }

    private Set<InstanceState> told() {
        Set<InstanceState> known = told;
        if (known == null) {
            known = Collections.newSetFromMap(new IdentityHashMap<>());
            told = known;
        }
        return known;
    }
}
