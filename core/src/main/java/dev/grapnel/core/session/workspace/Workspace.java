package dev.grapnel.core.session.workspace;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.StateOwner;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The objects of a session: the persistent ones by key, the new ones, and those marked for delete.
 *
 * <p>New and marked ones are kept by state together with the object, since nobody else may hold it.
 */
public final class Workspace {
    private final IdentityMap identityMap = new IdentityMap();
    private final NewObjects pending = new NewObjects();
    private final MarkedObjects marked = new MarkedObjects();
    /** Made for the first. */
    private Set<InstanceState> visitors = Collections.emptySet();

    private final LendingObjects lending = new LendingObjects();

    public IdentityMap identityMap() {
        return identityMap;
    }

    public LendingObjects lending() {
        return lending;
    }

    // ---- new objects ----

    public void addNew(InstanceState state, Object object) {
        pending.add(state, object);
    }

    public boolean isNew(InstanceState state) {
        return pending.contains(state);
    }

    /** Takes an object out of the new ones; says whether it was one. */
    public boolean leaveNew(InstanceState state) {
        return pending.remove(state);
    }

    /** How many there are. */
    public int newCount() {
        return pending.size();
    }

    /** Their states in order of adding; a copy. */
    public List<InstanceState> newStates() {
        return pending.states();
    }

    /** In order of adding; a copy. */
    public List<Object> newObjects() {
        return pending.objects();
    }

    // ---- objects marked for delete ----

    public void mark(InstanceState state, Object object) {
        marked.add(state, object);
    }

    public boolean isMarked(InstanceState state) {
        return marked.contains(state);
    }

    public void unmark(InstanceState state) {
        marked.remove(state);
    }

    /** Their states in order of marking; a copy. */
    public List<InstanceState> markedStates() {
        return marked.states();
    }

    /** In order of marking; a copy. */
    public List<Object> markedObjects() {
        return marked.objects();
    }

    // ---- objects that are only visiting ----

    /** Notes an object that has this session without being one of its objects. */
    public void welcome(InstanceState state) {
        if (visitors.isEmpty()) {
            visitors = new LinkedHashSet<>();
        }
        visitors.add(state);
    }

    /** Cuts the links of visitors, which no set of the session leads to. */
    public void dismissVisitors(StateOwner host) {
        for (InstanceState state : visitors) {
            if (state.owner() == host) {
                state.owner(null);
                state.attachedOnly(false);
            }
        }
        visitors.clear();
    }

    // ---- all of them ----

    public boolean contains(InstanceState state) {
        return pending.contains(state) || identityMap.contains(state);
    }

    /** Objects touched since they were clean, without those marked for delete. */
    public List<InstanceState> dirty() {
        List<InstanceState> touched = identityMap.modified();
        touched.removeIf(marked::contains);
        return touched;
    }

    /** Lets go of all objects but visitors, without an event. */
    public void clear() {
        identityMap.clear();
        pending.clear();
        marked.clear();
        lending.clear();
    }

    /** Whether a flush would find nothing to look at. */
    public boolean isClean() {
        return pending.isEmpty() && marked.isEmpty() && !identityMap.hasModified();
    }
}
