package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.workspace.Workspace;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Gives objects a session: adds them, marks them for delete, and fires the attach events in their order (rules S-13 to S-17). */
final class Attaching {
    private final Session session;
    private final Workspace workspace;
    private final Entering entering;
    private final Predicate<InstanceState> isThere;
    private final Consumer<InstanceState> attach = this::attach;

    Attaching(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
        this.entering = new Entering(session);
        this.isThere = workspace::contains;
    }

    void saveOrUpdate(InstanceState state) {
        boolean joins = state.owner() != session;
        state.orphanedOutsideSession(false);
        attach(state);
        Mapper.cascadeSave(state, joins, isThere, attach);
    }

    private void attach(InstanceState state) {
        if (state.hasKey()) {
            attachWithKey(state);
            return;
        }
        if (!workspace.isNew(state)) {
            requireFree(state);
            entering.beforeAdd(state);
        }
        attachNew(state);
    }

    /** Adds the copy that a merge is going to fill; {@link #filled} follows. */
    void attachCopy(InstanceState state) {
        attachNew(state);
    }

    /** The copy of a new object has its values; one that is refused leaves again. */
    void filled(InstanceState state) {
        try {
            entering.beforeAdd(state);
        } catch (RuntimeException | Error refused) {
            session.evict(state);
            throw refused;
        }
    }

    private void attachNew(InstanceState state) {
        Object object = state.requireObject();
        boolean joins = beforeAttach(state);
        workspace.addNew(state, object);
        if (joins) {
            afterAttach(state);
        }
    }

    void attachWithKey(InstanceState state) {
        if (state.isDeleted()) {
            throw new InvalidRequestException(
                    "Cannot add " + state
                            + ": it was deleted. Make it transient first (Instance.of(object).makeTransient()) to insert it anew.");
        }
        boolean joins = beforeAttach(state);
        workspace.unmark(state);
        workspace.identityMap().add(state);
        if (joins) {
            afterAttach(state);
        }
    }

    private boolean beforeAttach(InstanceState state) {
        requireFree(state);
        if (state.owner() == session) {
            return false;
        }
        session.moves().fireObject(SessionEventKeys.BEFORE_ATTACH, state);
        return true;
    }

    /** The transaction begins first, also if the object is refused. */
    private void requireFree(InstanceState state) {
        session.transactions().begun();
        if (state.owner() != null && state.owner() != session) {
            throw new InvalidRequestException("Cannot attach " + state
                    + ": it belongs to another session. Expunge it there first, or merge it into this one.");
        }
    }

    private void afterAttach(InstanceState state) {
        state.owner(session);
        workspace.lending().add(state);
        state.runId(0); // a number of another session means nothing here
        if (state.isModified()) {
            state.touch();
            workspace.identityMap().markModified(state);
        }
        session.moves().fireObject(SessionEventKeys.AFTER_ATTACH, state);
        session.moves()
                .fireObject(
                        !state.hasKey()
                                ? SessionEventKeys.TRANSIENT_TO_PENDING
                                : SessionEventKeys.DETACHED_TO_PERSISTENT,
                        state);
    }

    /** Gives an object the session, and nothing more (rule S-17). */
    void enableRelationshipLoading(InstanceState state) {
        boolean joins = beforeAttach(state);
        state.attachedOnly(true);
        if (joins) {
            workspace.welcome(state);
            afterAttach(state);
        }
    }

    /** Marks an object and what its deletion cascades to (rules T-11, T-29, U-12). */
    void markForDelete(InstanceState state, Object object) {
        if (!state.hasKey()) {
            throw new InvalidRequestException(
                    "Cannot delete " + state + ": it has no row. Expunge it if it is only waiting for its insert.");
        }
        if (!enterForDelete(state)) {
            return;
        }
        entering.beforeMarkDeleted(state);
        List<InstanceState> reached = new ArrayList<>();
        boolean again = state.isDeleted();
        Mapper.cascade(CascadeType.DELETE, state, other -> false, reached::add);
        if (state.isDeleted() && !again) {
            return; // reading what it cascades to has flushed, and it was an orphan
        }
        reached.removeIf(other -> other == state || !other.hasKey() || !enterForDelete(other));
        reached.forEach(this::tellOfMark);
        workspace.mark(state, object);
        reached.forEach(other -> workspace.mark(other, other.requireObject()));
    }

    /** What a listener has deleted in the meantime knows. */
    private void tellOfMark(InstanceState state) {
        if (!workspace.isMarked(state)) {
            entering.beforeMarkDeleted(state);
        }
    }

    private boolean enterForDelete(InstanceState state) {
        boolean joins = beforeAttach(state);
        if (workspace.isMarked(state)) {
            return false;
        }
        workspace.identityMap().add(state);
        if (joins) {
            afterAttach(state);
        }
        return true;
    }
}
