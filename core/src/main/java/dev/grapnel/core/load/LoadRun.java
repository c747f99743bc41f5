package dev.grapnel.core.load;

import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The reading of one result. Its number is the load context of the objects it meets (rule G-28). */
public final class LoadRun implements LoadContext {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int number = NUMBERS.incrementAndGet();
    private final LoadSession session;
    private final boolean populateExisting;
    private final @Nullable Object source;
    private final IdentityHashMap<InstanceState, Set<String>> partials = new IdentityHashMap<>();

    private final Map<PostLoad, List<Owner>> postLoads = new LinkedHashMap<>();

    /** An owner of a relationship to be loaded; the object is held until then. */
    private record Owner(InstanceState state, Object object) {}

    /**
     * Begins a result.
     *
     * @param session whose statement it is
     * @param populateExisting whether values in memory are overwritten (rule G-3)
     * @param source what the backend wants to know of the statement while its rows are read, or null
     */
    public LoadRun(LoadSession session, boolean populateExisting, @Nullable Object source) {
        this.session = session;
        this.populateExisting = populateExisting;
        this.source = source;
    }

    void loadLater(InstanceState state, PostLoad loader) {
        postLoads.computeIfAbsent(loader, unused -> new ArrayList<>()).add(new Owner(state, state.requireObject()));
    }

    /** Loads what is to be in memory with the objects of the result; called when its rows have been read. */
    public void finish() {
        postLoads.forEach((loader, owners) -> session.afterLoading(() -> load(loader, owners)));
    }

    private static void load(PostLoad loader, List<Owner> owners) {
        List<InstanceState> lacking = new ArrayList<>(owners.size());
        for (Owner owner : owners) {
            InstanceState state = owner.state;
            if (state.isAbsent(loader.relationship().index())) {
                lacking.add(state);
            }
        }
        if (!lacking.isEmpty()) {
            loader.load(lacking);
        }
    }

    int number() {
        return number;
    }

    /** The session. */
    public LoadSession session() {
        return session;
    }

    @Override
    public boolean isPopulateExisting() {
        return populateExisting;
    }

    /** What the backend wants to know of the statement while its rows are read, or null. */
    public @Nullable Object source() {
        return source;
    }

    IdentityHashMap<InstanceState, Set<String>> partials() {
        return partials;
    }
}
