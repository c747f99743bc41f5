package dev.grapnel.beanvalidation;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.ObjectSession;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a flush is about to write. */
final class FlushChecks {
    private final Constraints constraints;

    FlushChecks(Constraints constraints) {
        this.constraints = constraints;
    }

    void check(FlushEvent<?> event) {
        List<Object> written = new ArrayList<>();
        for (Object object : changed(event.session())) {
            if (isWritten(object, event.instances())) {
                written.add(object);
            }
        }
        constraints.require("flush", written);
    }

    private static List<Object> changed(ObjectSession session) {
        List<Object> changed = new ArrayList<>(session.newObjects());
        for (Object object : session.dirty()) {
            if (session.isModified(object)) {
                changed.add(object);
            }
        }
        return changed;
    }

    private static boolean isWritten(Object object, @Nullable Collection<?> only) {
        InstanceState state = ClassManager.requireState(object);
        boolean chosen = only == null || only.stream().anyMatch(one -> one == object);
        return chosen && !Mapper.of(state).isOrphan(state);
    }
}
