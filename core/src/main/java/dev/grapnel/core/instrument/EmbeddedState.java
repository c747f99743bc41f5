package dev.grapnel.core.instrument;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.TypeManager;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in the state slot of an object that is embedded in others, and passes its changes on to them.
 *
 * <p>An object may be the value of several owners at once; each of them is told. Whether it still is the value is looked up when it changes,
 * so that nothing has to be undone when an owner gets another value. An owner that gives the value up because it expires says so: changes
 * after that reach nobody, and warn.
 *
 * <p>Owners are referred to weakly, by their states. The list of places is guarded by a lock, since a value that never changes may be shared
 * by the owners of several threads.
 */
final class EmbeddedState extends ValueState {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedState.class);
    private static final int FEW = 4;

    private transient List<Place> places = new ArrayList<>(1);
    private transient int crowded = FEW;
    private transient @Nullable EmbeddedHolder expiredFrom;

    /** A value of one owner, or a value within it. */
    private record Place(InstanceState owner, EmbeddedHolder attribute, EmbeddedShape shape) {
        boolean holds(Enhanced object) {
            return owner.object() != null && attribute.holds(owner, shape, object);
        }
    }

    private EmbeddedState(Enhanced object, TypeManager manager) {
        super(object, manager);
    }

    /** The state of an embedded object, made if it has none. */
    static EmbeddedState of(Enhanced object, TypeManager manager) {
        if (object.$grapnel$state() instanceof EmbeddedState known && known.object() == object) {
            return known;
        }
        requireFree(object);
        EmbeddedState made = new EmbeddedState(object, manager);
        object.$grapnel$state(made);
        return made;
    }

    // ---- places ----

    synchronized void join(InstanceState owner, EmbeddedHolder attribute, EmbeddedShape shape) {
        expiredFrom = null;
        Place joined = new Place(owner, attribute, shape);
        if (!places.isEmpty() && places.get(places.size() - 1).equals(joined)) {
            return;
        }
        if (places.size() >= crowded) {
            leaveGone();
        }
        places.add(joined);
    }

    /** A constant may become the value of millions of owners, one after the other. */
    private void leaveGone() {
        Set<Place> left = new LinkedHashSet<>(places);
        left.removeIf(place -> place.owner().object() == null);
        places = new ArrayList<>(left);
        crowded = Math.max(FEW, 2 * places.size());
    }

    /** An owner gave the object up; whether another one has it shows when it is changed. */
    synchronized void expire(EmbeddedHolder attribute) {
        expiredFrom = attribute;
    }

    private synchronized List<Place> current(Enhanced object) {
        if (!places.isEmpty()) {
            Set<Place> held = new LinkedHashSet<>(places);
            held.removeIf(place -> !place.holds(object));
            places = new ArrayList<>(held);
        }
        return List.copyOf(places);
    }

    @Override
    protected boolean isHeld(Enhanced object) {
        return !current(object).isEmpty();
    }

    // ---- changes ----

    @Override
    protected void write(Enhanced object, int field, @Nullable Object value) {
        List<Place> told = current(object);
        if (told.isEmpty()) {
            writeAlone(object, field, value);
            return;
        }
        boolean mapped = false;
        for (Place place : told) {
            int component = place.shape().componentOf(field);
            if (component >= 0) {
                mapped = true;
                place.attribute().changeInside(place.owner(), place.shape(), object, component, value);
            }
        }
        if (!mapped) {
            object.$grapnel$put(field, value);
        }
    }

    private void writeAlone(Enhanced object, int field, @Nullable Object value) {
        EmbeddedHolder lost = expiredFrom;
        if (lost == null) {
            object.$grapnel$state(null); // an object of nobody costs nothing
        } else {
            LOG.warn(
                    "An object of {} was changed that is no longer the value of {}: that was expired and is loaded anew. The change is not"
                            + " saved; read the attribute again and change what it has then.",
                    object.getClass().getName(),
                    lost);
        }
        object.$grapnel$put(field, value);
    }
}
