package dev.grapnel.core.flush.plan;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import org.jspecify.annotations.Nullable;

/** What one plan knows of one object: what is to become of it, and what became of its relationships. */
final class Participant {
    /** The number of no action. */
    static final int NO_ACTION = -1;

    private final Participants all;
    private final InstanceState state;
    /** Keeps the object from being collected during the flush, once it is registered. */
    @SuppressWarnings("UnusedVariable") // only held
    private @Nullable Enhanced held;

    private boolean registered;
    private boolean deleting;
    private boolean listOnly;
    private int action = NO_ACTION;
    /** The latest; others hang on it. Few relationships of an object are asked for. */
    private @Nullable Look latest;

    /** What became of one relationship, and how far the look went that found it. */
    private static final class Look {
        final int attribute;
        final @Nullable Look before;
        StateHistory history;
        int passive;

        Look(int attribute, StateHistory history, int passive, @Nullable Look before) {
            this.attribute = attribute;
            this.history = history;
            this.passive = passive;
            this.before = before;
        }
    }

    Participant(Participants all, InstanceState state) {
        this.all = all;
        this.state = state;
    }

    boolean isIn(Participants some) {
        return all == some;
    }

    InstanceState state() {
        return state;
    }

    void register(boolean toBeDeleted, boolean onlyListed) {
        this.held = state.requireObject();
        this.registered = true;
        decideOn(toBeDeleted);
        this.listOnly = onlyListed;
    }

    /** Decides anew about a registered object, which takes part from now on. */
    void decide(boolean toBeDeleted) {
        decideOn(toBeDeleted);
        this.listOnly = false;
    }

    private void decideOn(boolean toBeDeleted) {
        this.deleting = toBeDeleted;
        if (toBeDeleted) {
            all.deleting();
        }
    }

    /** Its row is written by another object. */
    void listOnly() {
        this.listOnly = true;
    }

    boolean isRegistered() {
        return registered;
    }

    boolean isDeleting() {
        return deleting;
    }

    /** Whether it only takes part in ordering and finishing. */
    boolean isListOnly() {
        return listOnly;
    }

    /** Whether its row is to be deleted, or else saved. */
    boolean isFor(boolean toBeDeleted) {
        return deleting == toBeDeleted && !listOnly;
    }

    /** The number of the action on it alone, or {@link #NO_ACTION}. */
    int action() {
        return action;
    }

    void action(int number) {
        this.action = number;
    }

    /** What became of a relationship, looked up once unless a later look may go further. */
    StateHistory history(AttributeTracker attribute, int passive, PlanView view) {
        Look known = find(attribute.index());
        if (known == null) {
            int how = passive | Passive.LOAD_AGAINST_COMMITTED | Passive.NO_RAISE;
            // The look may load, and listeners of it may ask for others: it joins when it is done.
            StateHistory found = view.history(state, attribute, how);
            known = new Look(attribute.index(), found, passive, latest);
            latest = known;
        } else if (!Passive.allows(known.passive, Passive.SQL_OK) && Passive.allows(passive, Passive.SQL_OK)) {
            int further = Passive.OFF | Passive.LOAD_AGAINST_COMMITTED | Passive.NO_RAISE;
            known.history = view.history(state, attribute, further);
            known.passive = passive;
        }
        return known.history;
    }

    private @Nullable Look find(int attribute) {
        Look look = latest;
        while (look != null && look.attribute != attribute) {
            look = look.before;
        }
        return look;
    }
}
