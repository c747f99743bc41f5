package dev.grapnel.core.flush.plan;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one plan knows of one object: what is to become of it, and what became of its relationships. */
final class Participant {
    private final Participants all;
    private final InstanceState state;
    /** Keeps the object from being collected during the flush, once it is registered. */
    @SuppressWarnings("UnusedVariable") // only held
    private @Nullable Enhanced held;

    private boolean registered;
    private boolean deleting;
    private boolean listOnly;
    /** By attribute; of those that nobody asked for, null. */
    private @Nullable StateHistory[] histories = {};
    /** How far the looks went that found them. */
    private int[] reach = {};

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
        this.deleting = toBeDeleted;
        this.listOnly = onlyListed;
    }

    /** Decides anew about a registered object, which takes part from now on. */
    void decide(boolean toBeDeleted) {
        this.deleting = toBeDeleted;
        this.listOnly = false;
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

    /** What became of a relationship, looked up once unless a later look may go further. */
    StateHistory history(AttributeTracker attribute, int passive, PlanView view) {
        int index = attribute.index();
        @Nullable StateHistory[] found = histories(attribute);
        StateHistory known = found[index];
        if (known == null) {
            known = view.history(state, attribute, passive | Passive.LOAD_AGAINST_COMMITTED | Passive.NO_RAISE);
        } else if (!Passive.allows(reach[index], Passive.SQL_OK) && Passive.allows(passive, Passive.SQL_OK)) {
            known = view.history(state, attribute, Passive.OFF | Passive.LOAD_AGAINST_COMMITTED | Passive.NO_RAISE);
        } else {
            return known;
        }
        reach[index] = passive;
        found[index] = known;
        return known;
    }

    private @Nullable StateHistory[] histories(AttributeTracker attribute) {
        int count = attribute.manager().attributeCount();
        if (histories.length < count) {
            histories = Arrays.copyOf(histories, count);
            reach = Arrays.copyOf(reach, count);
        }
        return histories;
    }
}
