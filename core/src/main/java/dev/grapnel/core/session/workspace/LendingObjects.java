package dev.grapnel.core.session.workspace;

import dev.grapnel.core.instrument.ChangesInside;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a session that have lent values to the program, which may change them inside. They are kept by state together with the object, since
 * the program may have the value alone. A flush looks at these and at no others.
 */
public final class LendingObjects {
    /** Made for the first. */
    private Map<InstanceState, @Nullable Object> held = Collections.emptyMap();

    /** Takes an object up if it lends values. */
    public void add(InstanceState state) {
        if (state.isLending()) {
            if (held.isEmpty()) {
                held = new LinkedHashMap<>();
            }
            held.put(state, state.object());
        }
    }

    /** Lets an object go that leaves the session. */
    public void remove(InstanceState state) {
        if (!held.isEmpty()) {
            held.remove(state);
        }
    }

    /** Lets all go. */
    void clear() {
        held.clear();
    }

    /** Lets those go whose values were given up. */
    public void sweep() {
        if (!held.isEmpty()) {
            held.keySet().removeIf(state -> !state.isLending());
        }
    }

    /** Records the changes inside of values, without any event. */
    public void find() {
        if (!held.isEmpty()) {
            lending().forEach(ChangesInside::find);
        }
    }

    /** Records the changes inside of values for a flush, and tells of them. */
    public void prepareFlush() {
        if (!held.isEmpty()) {
            lending().forEach(ChangesInside::prepareFlush);
        }
    }

    /** A copy: listeners may have more values lent. */
    private List<InstanceState> lending() {
        sweep();
        List<InstanceState> lending = new ArrayList<>(held.keySet());
        lending.removeIf(InstanceState::isDeleted);
        return lending;
    }
}
