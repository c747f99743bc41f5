package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which collection an attribute holds, and how one is made. */
public abstract sealed class CollectionKind {
    private CollectionKind() {}

    /** A list; may hold an element twice. */
    public static final CollectionKind LIST = new ListKind();
    /** A list whose positions the store keeps. */
    public static final CollectionKind POSITIONED_LIST = new PositionedListKind();
    /** A set in order of insertion. */
    public static final CollectionKind SET = new SetKind();

    /** A map in order of insertion, with keys of its own. */
    public static final CollectionKind MAP = new MapKind(element -> {
        throw new IllegalStateException("An element of a map with keys of its own does not tell its key.");
    });

    /** Never loaded and never iterated: what joins and leaves is queued for the next flush (rule A-49). */
    public static final CollectionKind WRITE_ONLY =
            new QueuedKind(WriteOnlyCollection.class, WriteOnlyCollection::new, false);
    /** Never kept: what joins and leaves is queued for the next flush, and each iteration asks the store (rule A-49). */
    public static final CollectionKind DYNAMIC = new QueuedKind(DynamicCollection.class, DynamicCollection::new, true);

    /**
     * A map whose keys are derived from its elements, in order of insertion.
     *
     * @param keyOf gives the key of an element
     * @return the kind
     */
    public static CollectionKind mapBy(Function<Object, @Nullable Object> keyOf) {
        return new MapKind(keyOf);
    }

    /**
     * A set in the order of its elements.
     *
     * @param order of the elements, or null for their natural order
     * @return the kind
     */
    public static CollectionKind sortedSet(@Nullable Comparator<?> order) {
        return new SortedSetKind(order);
    }

    /**
     * A map in the order of its keys, which are derived from its elements.
     *
     * @param keyOf gives the key of an element
     * @param order of the keys, or null for their natural order
     * @return the kind
     */
    public static CollectionKind sortedMapBy(Function<Object, @Nullable Object> keyOf, @Nullable Comparator<?> order) {
        return new SortedMapKind(keyOf, order);
    }

    /**
     * A map whose keys the store keeps, each beside its element: in order of insertion.
     *
     * @return the kind
     */
    public static CollectionKind keyedMap() {
        return new KeyedMapKind();
    }

    /**
     * A map whose keys the store keeps, each beside its element: in the order of the keys.
     *
     * @param order of the keys, or null for their natural order
     * @return the kind
     */
    public static CollectionKind sortedKeyedMap(@Nullable Comparator<?> order) {
        return new SortedKeyedMapKind(order);
    }

    /**
     * A collection class of one's own.
     *
     * @param type the class
     * @param maker gives a new, empty one
     * @return the kind
     */
    public static CollectionKind custom(
            Class<? extends CustomCollection<?>> type, Supplier<? extends CustomCollection<?>> maker) {
        return new CustomKind(type, maker);
    }

    /** Whether the members are never in memory as a whole, and changes are queued for the next flush. */
    public boolean isQueued() {
        return false;
    }

    /** Whether the store keeps the place of each member: its position in a list, or its key in a map. */
    public boolean isPlaced() {
        return false;
    }

    /** Whether all members may be had. */
    boolean isIterable() {
        return true;
    }

    /** What a read of the attribute gives if changes are queued. */
    QueuedCollection<?> view(QueueTracker attribute, InstanceState owner) {
        throw new IllegalStateException("The changes of a " + description() + " are not queued.");
    }

    /** What watches the attribute of a class that holds such a collection. */
    CollectionTracker track(ClassManager manager, String name, int index, Object parentToken) {
        return new CollectionTracker(manager, name, index, parentToken, this);
    }

    /** The key of an element in a map. */
    @Nullable Object keyOf(Object element) {
        throw new IllegalStateException("A " + description() + " has no keys.");
    }

    /** The declared order of a sorted collection, or null if it is the natural one or none. */
    @Nullable Comparator<?> order() {
        return null;
    }

    abstract TrackedCollection create(CollectionAdapter adapter);

    /**
     * Makes one that is filled next.
     *
     * @param adapter of the collection
     * @param size how many elements it is going to have
     */
    TrackedCollection create(CollectionAdapter adapter, int size) {
        return create(adapter);
    }

    /** Whether a value may be assigned to an attribute of this kind. */
    abstract boolean accepts(@Nullable Object value);

    /** How the kind is called in messages. */
    abstract String description();

    /** The elements of an assigned value. */
    List<Object> elementsOf(Object value) {
        return value instanceof TrackedCollection tracked ? tracked.elements() : new ArrayList<>((Collection<?>) value);
    }

    /** The keys of an assigned value, or null if it has none. */
    @Nullable List<Object> keysOf(Object value) {
        return null;
    }

    private static sealed class ListKind extends CollectionKind {
        @Override
        TrackedCollection create(CollectionAdapter adapter) {
            return new TrackedList<>(adapter);
        }

        @Override
        TrackedCollection create(CollectionAdapter adapter, int size) {
            return new TrackedList<>(adapter, size);
        }

        @Override
        boolean accepts(@Nullable Object value) {
            return value instanceof Collection<?> && !(value instanceof Set<?>);
        }

        @Override
        String description() {
            return "java.util.List";
        }
    }

    private static final class PositionedListKind extends ListKind {
        @Override
        public boolean isPlaced() {
            return true;
        }

        @Override
        CollectionTracker track(ClassManager manager, String name, int index, Object parentToken) {
            return new PlacedTracker(manager, name, index, parentToken, this);
        }
    }

    private static sealed class SetKind extends CollectionKind {
        @Override
        TrackedCollection create(CollectionAdapter adapter) {
            return new TrackedSet<>(adapter);
        }

        @Override
        boolean accepts(@Nullable Object value) {
            return value instanceof Set<?>;
        }

        @Override
        String description() {
            return "java.util.Set";
        }
    }

    private static sealed class MapKind extends CollectionKind {
        private final Function<Object, @Nullable Object> keyOf;

        MapKind(Function<Object, @Nullable Object> keyOf) {
            this.keyOf = keyOf;
        }

        @Override
        TrackedCollection create(CollectionAdapter adapter) {
            return new TrackedMap<>(adapter);
        }

        @Override
        @Nullable Object keyOf(Object element) {
            return keyOf.apply(element);
        }

        @Override
        boolean accepts(@Nullable Object value) {
            return value instanceof Map<?, ?>;
        }

        @Override
        String description() {
            return "java.util.Map";
        }

        @Override
        List<Object> elementsOf(Object value) {
            return new ArrayList<>(((Map<?, ?>) value).values());
        }

        @Override
        List<Object> keysOf(Object value) {
            return new ArrayList<>(((Map<?, ?>) value).keySet());
        }
    }

    private static final class SortedSetKind extends SetKind {
        private final @Nullable Comparator<?> order;

        SortedSetKind(@Nullable Comparator<?> order) {
            this.order = order;
        }

        @Override
        @Nullable Comparator<?> order() {
            return order;
        }

        @Override
        @SuppressWarnings("unchecked") // an order of the elements of the attribute
        TrackedCollection create(CollectionAdapter adapter) {
            return new TrackedSortedSet<>(adapter, (Comparator<Object>) order);
        }
    }

    private static final class KeyedMapKind extends MapKind {
        KeyedMapKind() {
            super(element -> null);
        }

        @Override
        public boolean isPlaced() {
            return true;
        }

        @Override
        CollectionTracker track(ClassManager manager, String name, int index, Object parentToken) {
            return new PlacedTracker(manager, name, index, parentToken, this);
        }
    }

    private static final class SortedKeyedMapKind extends SortedMapKind {
        SortedKeyedMapKind(@Nullable Comparator<?> order) {
            super(element -> null, order);
        }

        @Override
        public boolean isPlaced() {
            return true;
        }

        @Override
        CollectionTracker track(ClassManager manager, String name, int index, Object parentToken) {
            return new PlacedTracker(manager, name, index, parentToken, this);
        }
    }

    private static sealed class SortedMapKind extends MapKind {
        private final @Nullable Comparator<?> order;

        SortedMapKind(Function<Object, @Nullable Object> keyOf, @Nullable Comparator<?> order) {
            super(keyOf);
            this.order = order;
        }

        @Override
        @Nullable Comparator<?> order() {
            return order;
        }

        @Override
        @SuppressWarnings("unchecked") // an order of the keys of the attribute
        TrackedCollection create(CollectionAdapter adapter) {
            return new TrackedSortedMap<>(adapter, (Comparator<Object>) order);
        }
    }

    private static final class CustomKind extends CollectionKind {
        private final Class<? extends CustomCollection<?>> type;
        private final Supplier<? extends CustomCollection<?>> maker;

        CustomKind(Class<? extends CustomCollection<?>> type, Supplier<? extends CustomCollection<?>> maker) {
            this.type = type;
            this.maker = maker;
        }

        @Override
        TrackedCollection create(CollectionAdapter adapter) {
            CustomCollection<?> made = maker.get();
            made.belongTo(adapter);
            return made;
        }

        @Override
        boolean accepts(@Nullable Object value) {
            return type.isInstance(value);
        }

        @Override
        String description() {
            return type.getName();
        }
    }

    /** A collection that has no members of its own, only a queue kept with its owner. */
    private static final class QueuedKind extends CollectionKind {
        private final Class<?> type;
        private final BiFunction<QueueTracker, InstanceState, QueuedCollection<?>> maker;
        private final boolean iterable;

        QueuedKind(
                Class<?> type, BiFunction<QueueTracker, InstanceState, QueuedCollection<?>> maker, boolean iterable) {
            this.type = type;
            this.maker = maker;
            this.iterable = iterable;
        }

        @Override
        boolean isIterable() {
            return iterable;
        }

        @Override
        QueuedCollection<?> view(QueueTracker attribute, InstanceState owner) {
            return maker.apply(attribute, owner);
        }

        @Override
        public boolean isQueued() {
            return true;
        }

        @Override
        CollectionTracker track(ClassManager manager, String name, int index, Object parentToken) {
            return new QueueTracker(manager, name, index, parentToken, this);
        }

        @Override
        TrackedCollection create(CollectionAdapter adapter) {
            throw new IllegalStateException("A " + description() + " is never filled.");
        }

        @Override
        boolean accepts(@Nullable Object value) {
            return type.isInstance(value) || value instanceof Collection<?>;
        }

        @Override
        String description() {
            return type.getName();
        }

        @Override
        List<Object> elementsOf(Object value) {
            return value instanceof QueuedCollection<?> queued ? queued.elements() : super.elementsOf(value);
        }
    }
}
