package dev.grapnel.testkit.session;

import com.google.common.collect.testing.Helpers;
import com.google.common.collect.testing.SampleElements;
import com.google.common.collect.testing.TestCollectionGenerator;
import com.google.common.collect.testing.TestListGenerator;
import com.google.common.collect.testing.TestMapGenerator;
import com.google.common.collect.testing.TestSetGenerator;
import com.google.common.collect.testing.TestSortedMapGenerator;
import com.google.common.collect.testing.TestSortedSetGenerator;
import dev.grapnel.testkit.session.Museum.Piece;
import dev.grapnel.testkit.session.Museum.Room;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;

/** What Guava's suites test: collections of new rooms, filled with pieces. */
final class TrackedSamples {
    private TrackedSamples() {}

    /** Nine pieces in the order of the collection: two below the samples, five samples, two above. */
    private static List<Piece> pieces(boolean descending) {
        List<Piece> pieces = new ArrayList<>();
        for (String name : List.of("0", "1", "b", "c", "d", "e", "f", "y", "z")) {
            pieces.add(new Piece(name));
        }
        if (descending) {
            Collections.reverse(pieces);
        }
        return pieces;
    }

    private static <T> SampleElements<T> samples(List<T> all) {
        return new SampleElements<>(all.get(2), all.get(3), all.get(4), all.get(5), all.get(6));
    }

    private static <C extends Collection<Piece>> C filled(Function<Room, C> attribute, Object... elements) {
        C made = attribute.apply(new Room());
        for (Object element : elements) {
            made.add((Piece) element);
        }
        return made;
    }

    /** Collections of pieces, in the order in which they come unless a subclass says otherwise. */
    private abstract static class Elements<C extends Collection<Piece>> implements TestCollectionGenerator<Piece> {
        final List<Piece> pieces;
        private final Function<Room, C> attribute;

        Elements(Function<Room, C> attribute, boolean descending) {
            this.attribute = attribute;
            this.pieces = pieces(descending);
        }

        @Override
        public final SampleElements<Piece> samples() {
            return TrackedSamples.samples(pieces);
        }

        @Override
        public C create(Object... elements) {
            return filled(attribute, elements);
        }

        @Override
        public final Piece[] createArray(int length) {
            return new Piece[length];
        }

        @Override
        public List<Piece> order(List<Piece> insertionOrder) {
            return insertionOrder;
        }
    }

    static final class Lists extends Elements<List<Piece>> implements TestListGenerator<Piece> {
        Lists(Function<Room, List<Piece>> attribute) {
            super(attribute, false);
        }
    }

    static final class Sets extends Elements<Set<Piece>> implements TestSetGenerator<Piece> {
        Sets(Function<Room, Set<Piece>> attribute) {
            super(attribute, false);
        }
    }

    static final class SortedSets extends Elements<SortedSet<Piece>> implements TestSortedSetGenerator<Piece> {
        SortedSets(Function<Room, SortedSet<Piece>> attribute, boolean descending) {
            super(attribute, descending);
        }

        @Override
        public List<Piece> order(List<Piece> insertionOrder) {
            insertionOrder.sort((one, other) -> Integer.compare(pieces.indexOf(one), pieces.indexOf(other)));
            return insertionOrder;
        }

        @Override
        public Piece belowSamplesLesser() {
            return pieces.get(0);
        }

        @Override
        public Piece belowSamplesGreater() {
            return pieces.get(1);
        }

        @Override
        public Piece aboveSamplesLesser() {
            return pieces.get(7);
        }

        @Override
        public Piece aboveSamplesGreater() {
            return pieces.get(8);
        }
    }

    /** Entries of a map: each piece under its name. */
    static class Maps implements TestMapGenerator<String, Piece> {
        final List<Entry<String, Piece>> entries = new ArrayList<>();
        private final Function<Room, ? extends Map<String, Piece>> attribute;

        Maps(Function<Room, ? extends Map<String, Piece>> attribute) {
            this(attribute, false);
        }

        Maps(Function<Room, ? extends Map<String, Piece>> attribute, boolean descending) {
            this.attribute = attribute;
            pieces(descending).forEach(piece -> entries.add(Helpers.mapEntry(piece.name, piece)));
        }

        @Override
        public final SampleElements<Entry<String, Piece>> samples() {
            return TrackedSamples.samples(entries);
        }

        @Override
        @SuppressWarnings("unchecked") // the suite gives entries
        public Map<String, Piece> create(Object... elements) {
            Map<String, Piece> made = attribute.apply(new Room());
            for (Object element : elements) {
                Entry<String, Piece> entry = (Entry<String, Piece>) element;
                made.put(entry.getKey(), entry.getValue());
            }
            return made;
        }

        @Override
        @SuppressWarnings("unchecked") // there are no arrays of generic types
        public final Entry<String, Piece>[] createArray(int length) {
            return new Entry[length];
        }

        @Override
        public final String[] createKeyArray(int length) {
            return new String[length];
        }

        @Override
        public final Piece[] createValueArray(int length) {
            return new Piece[length];
        }

        @Override
        public Iterable<Entry<String, Piece>> order(List<Entry<String, Piece>> insertionOrder) {
            return insertionOrder;
        }
    }

    static final class SortedMaps extends Maps implements TestSortedMapGenerator<String, Piece> {
        SortedMaps(Function<Room, ? extends SortedMap<String, Piece>> attribute, boolean descending) {
            super(attribute, descending);
        }

        @Override
        public SortedMap<String, Piece> create(Object... elements) {
            return (SortedMap<String, Piece>) super.create(elements);
        }

        @Override
        public Iterable<Entry<String, Piece>> order(List<Entry<String, Piece>> insertionOrder) {
            List<String> keys = entries.stream().map(Entry::getKey).toList();
            insertionOrder.sort(
                    (one, other) -> Integer.compare(keys.indexOf(one.getKey()), keys.indexOf(other.getKey())));
            return insertionOrder;
        }

        @Override
        public Entry<String, Piece> belowSamplesLesser() {
            return entries.get(0);
        }

        @Override
        public Entry<String, Piece> belowSamplesGreater() {
            return entries.get(1);
        }

        @Override
        public Entry<String, Piece> aboveSamplesLesser() {
            return entries.get(7);
        }

        @Override
        public Entry<String, Piece> aboveSamplesGreater() {
            return entries.get(8);
        }
    }
}
