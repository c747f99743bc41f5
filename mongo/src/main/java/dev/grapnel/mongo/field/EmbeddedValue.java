package dev.grapnel.mongo.field;

import dev.grapnel.core.instrument.ValueState;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.mongo.document.Nested;
import dev.grapnel.mongo.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands in the state slot of an object that is part of documents, and tells of its changes.
 *
 * <p>An object may be in several documents at once; each of them is told. The list of places is guarded by a lock, since an object that never
 * changes may be shared by the documents of several threads.
 */
final class EmbeddedValue extends ValueState implements Nested, Place {
    private static final long serialVersionUID = 1L;
    private static final int FEW = 4;

    private final transient EmbeddedType type;
    /** Cannot be changed as long as it has one place, which is all that most objects have. */
    private transient List<Place> places = List.of();

    private transient int crowded = FEW;

    private EmbeddedValue(Enhanced object, EmbeddedType type) {
        super(object, type.manager());
        this.type = type;
    }

    /** The state of an object, made if it has none. */
    static EmbeddedValue of(Enhanced object, EmbeddedType type) {
        if (object.$grapnel$state() instanceof EmbeddedValue known && known.object() == object && known.isOf(type)) {
            return known;
        }
        requireFree(object);
        EmbeddedValue made = new EmbeddedValue(object, type);
        object.$grapnel$state(made);
        return made;
    }

    boolean isOf(EmbeddedType asked) {
        return type == asked;
    }

    // ---- places ----

    @Override
    public void join(Place place) {
        place.requireOutside(this);
        add(place);
    }

    private synchronized void add(Place place) {
        if (places.size() >= crowded) {
            leaveThoseThatAreOver();
            crowded = Math.max(FEW, 2 * places.size());
        }
        if (places.isEmpty()) {
            places = List.of(place);
        } else {
            if (places.size() == 1) {
                places = new ArrayList<>(places);
            }
            places.add(place);
        }
    }

    /** An object that is in a list twice has joined it twice. Places are lists and maps, too, which may be equal to others. */
    @Override
    public synchronized void leave(Place place) {
        for (int at = 0; at < places.size(); at++) {
            if (places.get(at) == place) {
                leave(at);
                return;
            }
        }
    }

    private void leave(int at) {
        if (places.size() == 1) {
            places = List.of();
        } else {
            places.remove(at);
        }
    }

    private void leaveThoseThatAreOver() {
        List<Place> left = new ArrayList<>(places);
        left.removeIf(Place::isOver);
        places = left;
    }

    private synchronized List<Place> current() {
        leaveThoseThatAreOver();
        return List.copyOf(places);
    }

    @Override
    protected boolean isHeld(Enhanced object) {
        return !current().isEmpty();
    }

    // ---- changes ----

    @Override
    protected void write(Enhanced object, int field, @Nullable Object value) {
        int at = type.partOf(field);
        if (at < 0) {
            object.$grapnel$put(field, value);
            return;
        }
        EmbeddedPart part = type.parts().get(at);
        Object kept = type.assigned(part, value);
        Object former = object.$grapnel$get(field);
        if (part.schema().isSame(former, kept)) {
            forget(kept);
            return;
        }
        changing();
        part.type().join(kept, this);
        part.type().letGo(former, this);
        object.$grapnel$put(field, kept);
    }

    /** A list that was made ready and is not needed: what is in it tells it no more. */
    private static void forget(@Nullable Object kept) {
        if (kept instanceof Nested nested) {
            nested.join(NOWHERE);
        }
    }

    /** The object, or a value within it, is about to change. */
    @Override
    public void changing() {
        current().forEach(Place::changing);
    }

    @Override
    public boolean isWithin(Nested value) {
        return this == value || isAnyWithin(known(), value);
    }

    /** No copy, where there is one place. */
    private synchronized List<Place> known() {
        return List.copyOf(places);
    }

    private static boolean isAnyWithin(List<Place> places, Nested value) {
        for (int at = 0; at < places.size(); at++) {
            if (places.get(at).isWithin(value)) {
                return true;
            }
        }
        return false;
    }

    /** It may be put into a document again, as long as it is there. */
    @Override
    public boolean isOver() {
        return object() == null;
    }

    @Override
    public Object copy() {
        return Objects.requireNonNull(type.copy(requireObject()));
    }
}
