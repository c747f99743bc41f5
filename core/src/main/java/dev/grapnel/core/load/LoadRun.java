package dev.grapnel.core.load;

import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.state.InstanceState;
import java.util.IdentityHashMap;
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
