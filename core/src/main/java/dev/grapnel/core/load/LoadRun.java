package dev.grapnel.core.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The reading of one result. Its number is the load context of the objects it meets (rule G-28). */
public final class LoadRun implements LoadContext {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int number = NUMBERS.incrementAndGet();
    private final LoadSession session;
    private final boolean populateExisting;
    private final @Nullable Object origin;
    private final IdentityHashMap<InstanceState, Set<String>> partials = new IdentityHashMap<>();

    private final List<Eager> eager = new ArrayList<>(0);

    /** A relationship to be loaded; the object is held until then. */
    private record Eager(InstanceState state, Object object, AttributeTracker relationship) {}

    /**
     * Begins a result.
     *
     * @param session whose statement it is
     * @param populateExisting whether values in memory are overwritten (rule G-3)
     * @param origin what the statement says about later loads of its objects (rule G-13), or null
     */
    public LoadRun(LoadSession session, boolean populateExisting, @Nullable Object origin) {
        this.session = session;
        this.populateExisting = populateExisting;
        this.origin = origin;
    }

    void load(InstanceState state, AttributeTracker relationship) {
        eager.add(new Eager(state, state.requireObject(), relationship));
    }

    /** Loads what is to be in memory with the objects of the result; called when its rows have been read. */
    public void finish() {
        List<Eager> waiting = List.copyOf(eager);
        eager.clear();
        for (Eager one : waiting) {
            if (one.state.isAbsent(one.relationship.index())) {
                one.relationship.get(one.state, Passive.OFF | Passive.NO_RAISE);
            }
        }
    }

    int number() {
        return number;
    }

    LoadSession session() {
        return session;
    }

    @Override
    public boolean isPopulateExisting() {
        return populateExisting;
    }

    @Nullable Object origin() {
        return origin;
    }

    IdentityHashMap<InstanceState, Set<String>> partials() {
        return partials;
    }
}
