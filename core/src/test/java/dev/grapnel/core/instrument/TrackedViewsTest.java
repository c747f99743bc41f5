package dev.grapnel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked of sorted collections, maps and sets, each beside the plain collection of Java with the same elements. */
@DisplayName("Of the tracked collections,")
class TrackedViewsTest {
    private final List<String> told = new ArrayList<>();
    private ClassManager manager;
    private ClassManager coins;
    private Thing owner;

    @BeforeEach
    void manage() {
        manager = Thing.manage();
        coins = Coin.manage(manager);
        owner = new Thing("owner");
    }

    @AfterEach
    void release() {
        coins.release();
        manager.release();
    }

    private void listen(String attribute) {
        AttributeEvents<Object, Object> events = manager.tracker(attribute).events();
        events.onAppend(e -> told.add("+" + e.value()));
        events.onRemove(e -> told.add("-" + e.value()));
    }

    @Nested
    @DisplayName("a sorted set")
    class SortedSets {
        private NavigableSet<Thing> plain;
        private NavigableSet<Thing> tracked;

        @BeforeEach
        void fill() {
            plain = new TreeSet<>(List.of(new Thing("b"), new Thing("d"), new Thing("f")));
            tracked = owner.sorted;
            tracked.addAll(plain);
            listen("sorted");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b", "c", "f", "g"})
        void findsNeighboursLikeAPlainOne(String name) {
            Thing probe = new Thing(name);

            assertThat(tracked.lower(probe)).isSameAs(plain.lower(probe));
            assertThat(tracked.floor(probe)).isSameAs(plain.floor(probe));
            assertThat(tracked.ceiling(probe)).isSameAs(plain.ceiling(probe));
            assertThat(tracked.higher(probe)).isSameAs(plain.higher(probe));
            assertThat(tracked.contains(probe)).isEqualTo(plain.contains(probe));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b", "c", "f", "g"})
        void hasTheRangesOfAPlainOne(String name) {
            Thing probe = new Thing(name);
            Thing end = new Thing("g");

            assertThat(tracked.headSet(probe)).containsExactlyElementsOf(plain.headSet(probe));
            assertThat(tracked.tailSet(probe)).containsExactlyElementsOf(plain.tailSet(probe));
            assertThat(tracked.subSet(probe, end)).containsExactlyElementsOf(plain.subSet(probe, end));
        }

        @Test
        void hasTheEndsAndTheOrderOfAPlainOne() {
            assertThat(tracked.first()).isSameAs(plain.first());
            assertThat(tracked.last()).isSameAs(plain.last());
            assertThat(tracked.comparator()).isNull();
            assertThat(tracked.descendingSet().comparator()).isNotNull();
            assertThat(tracked.descendingIterator().next()).isSameAs(plain.last());
        }

        @Test
        void refusesWhatARangeCannotTakeBeforeAnybodyIsTold() {
            NavigableSet<Thing> range = tracked.headSet(new Thing("c"), true);

            assertThatThrownBy(() -> range.add(new Thing("z"))).isInstanceOf(IllegalArgumentException.class);
            assertThat(told).isEmpty();
        }

        @Test
        void givesNothingFromTheEndsOfAnEmptyOne() {
            tracked.clear();

            assertThat(tracked.pollFirst()).isNull();
            assertThat(tracked.pollLast()).isNull();
        }
    }

    @Nested
    @DisplayName("a sorted map")
    class SortedMaps {
        private NavigableMap<String, Thing> plain;
        private NavigableMap<String, Thing> tracked;

        @BeforeEach
        void fill() {
            plain = new TreeMap<>();
            for (String key : List.of("b", "d", "f")) {
                plain.put(key, new Thing(key));
            }
            tracked = owner.tree;
            tracked.putAll(plain);
            listen("tree");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b", "c", "f", "g"})
        void findsNeighboursLikeAPlainOne(String key) {
            assertThat(tracked.lowerKey(key)).isEqualTo(plain.lowerKey(key));
            assertThat(tracked.floorKey(key)).isEqualTo(plain.floorKey(key));
            assertThat(tracked.ceilingKey(key)).isEqualTo(plain.ceilingKey(key));
            assertThat(tracked.higherKey(key)).isEqualTo(plain.higherKey(key));
            assertThat(tracked.lowerEntry(key)).isEqualTo(plain.lowerEntry(key));
            assertThat(tracked.floorEntry(key)).isEqualTo(plain.floorEntry(key));
            assertThat(tracked.ceilingEntry(key)).isEqualTo(plain.ceilingEntry(key));
            assertThat(tracked.higherEntry(key)).isEqualTo(plain.higherEntry(key));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b", "c", "f", "g"})
        void hasTheRangesOfAPlainOne(String key) {
            assertThat(tracked.headMap(key)).isEqualTo(plain.headMap(key));
            assertThat(tracked.tailMap(key)).isEqualTo(plain.tailMap(key));
            assertThat(tracked.subMap(key, "g")).isEqualTo(plain.subMap(key, "g"));
            assertThat(tracked.subMap(key, true, "g", true)).isEqualTo(plain.subMap(key, true, "g", true));
        }

        @Test
        void hasTheEndsAndTheOrderOfAPlainOne() {
            assertThat(tracked.firstKey()).isEqualTo("b");
            assertThat(tracked.lastKey()).isEqualTo("f");
            assertThat(tracked.firstEntry()).isEqualTo(plain.firstEntry());
            assertThat(tracked.lastEntry()).isEqualTo(plain.lastEntry());
            assertThat(tracked.comparator()).isNull();
            assertThat(tracked.descendingMap().comparator()).isNotNull();
        }

        @Test
        void givesNothingFromTheEndsOfAnEmptyOne() {
            tracked.clear();

            assertThat(tracked.pollFirstEntry()).isNull();
            assertThat(tracked.pollLastEntry()).isNull();
        }

        @Test
        void refusesWhatARangeCannotTakeBeforeAnybodyIsTold() {
            NavigableMap<String, Thing> range = tracked.headMap("c", true);

            assertThatThrownBy(() -> range.put("z", new Thing("z"))).isInstanceOf(IllegalArgumentException.class);
            assertThat(told).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b", "c", "f", "g"})
        void hasKeysWithTheNeighboursAndRangesOfThoseOfAPlainOne(String key) {
            NavigableSet<String> keys = tracked.navigableKeySet();
            NavigableSet<String> expected = plain.navigableKeySet();

            assertThat(keys.lower(key)).isEqualTo(expected.lower(key));
            assertThat(keys.floor(key)).isEqualTo(expected.floor(key));
            assertThat(keys.ceiling(key)).isEqualTo(expected.ceiling(key));
            assertThat(keys.higher(key)).isEqualTo(expected.higher(key));
            assertThat(keys.contains(key)).isEqualTo(expected.contains(key));
            assertThat(keys.headSet(key)).isEqualTo(expected.headSet(key));
            assertThat(keys.tailSet(key)).isEqualTo(expected.tailSet(key));
            assertThat(keys.subSet(key, "g")).isEqualTo(expected.subSet(key, "g"));
            assertThat(keys.headSet(key, true)).isEqualTo(expected.headSet(key, true));
            assertThat(keys.tailSet(key, false)).isEqualTo(expected.tailSet(key, false));
            assertThat(keys.subSet(key, false, "g", true)).isEqualTo(expected.subSet(key, false, "g", true));
        }

        @Test
        void hasKeysWithTheEndsAndTheOrderOfThoseOfAPlainOne() {
            NavigableSet<String> keys = tracked.navigableKeySet();

            assertThat(keys).hasSize(3).containsExactly("b", "d", "f");
            assertThat(keys.first()).isEqualTo("b");
            assertThat(keys.last()).isEqualTo("f");
            assertThat(keys.comparator()).isNull();
            assertThat(keys.descendingSet()).containsExactly("f", "d", "b");
            assertThat(keys.descendingIterator().next()).isEqualTo("f");
        }

        @Test
        @Tag("A-22")
        void losesTheElementsOfTheKeysThatAreTakenOut() {
            NavigableSet<String> keys = tracked.navigableKeySet();

            assertThat(keys.pollFirst()).isEqualTo("b");
            assertThat(keys.pollLast()).isEqualTo("f");
            assertThat(keys.remove("x")).isFalse();
            assertThat(keys.remove("d")).isTrue();

            assertThat(told).containsExactly("-b", "-f", "-d");
            assertThat(keys.pollFirst()).isNull();
            assertThat(keys.pollLast()).isNull();
        }

        @Test
        void losesAllElementsWithItsKeys() {
            tracked.navigableKeySet().clear();

            assertThat(tracked).isEmpty();
            assertThat(told).containsExactly("-b", "-d", "-f");
        }
    }

    @Nested
    @DisplayName("a map")
    class Maps {
        private TrackedMap<String, Thing> map;
        private Thing a;

        @BeforeEach
        @SuppressWarnings("unchecked") // what a managed field of this type holds
        void fill() {
            map = (TrackedMap<String, Thing>) owner.map;
            a = new Thing("a");
            map.put("a", a);
            listen("map");
        }

        @Test
        void hasEntriesThatEqualPlainOnes() {
            Map.Entry<String, Thing> entry = map.entrySet().iterator().next();

            assertThat(entry).isEqualTo(Map.entry("a", a)).hasSameHashCodeAs(Map.entry("a", a));
            assertThat(entry).isNotEqualTo(Map.entry("b", a)).hasToString("a=a");
            assertThat(map.entrySet()).hasSize(1).contains(Map.entry("a", a));
            assertThat(map.entrySet().contains(Map.entry("b", a))).isFalse();
        }

        @Test
        @Tag("A-22")
        void losesAnElementWithItsEntry() {
            assertThat(map.entrySet().remove(Map.entry("b", a))).isFalse();
            assertThat(map.entrySet().remove("a")).isFalse();
            assertThat(told).isEmpty();

            assertThat(map.entrySet().remove(Map.entry("a", a))).isTrue();
            assertThat(told).containsExactly("-a");
            assertThat(map).isEmpty();
        }

        @Test
        void losesAllElementsWithItsEntries() {
            map.entrySet().clear();

            assertThat(map).isEmpty();
            assertThat(told).containsExactly("-a");
        }

        @Test
        void givesTheFormerElementOfAKey() {
            Thing b = new Thing("b");

            assertThat(map.putIfAbsent("a", b)).isSameAs(a);
            assertThat(map.putIfAbsent("b", b)).isNull();
            assertThat(map.put("a", b)).isSameAs(a);
            assertThat(map.remove("a")).isSameAs(b);
        }

        @Test
        void countsAnElementUnderEachKey() {
            map.put("again", a);

            assertThat(map.count(a)).isEqualTo(2);
            assertThat(map.count(new Thing("a"))).isZero();
        }

        @Test
        void discardsAnElementWhateverItsKeyIs() {
            a.name = "renamed";

            map.discard(new Thing("a"), null);
            assertThat(map).hasSize(1);

            map.discard(a, null);
            assertThat(map).isEmpty();
            assertThat(told).containsExactly("-renamed");
        }

        @Test
        void losesTheVeryElementQuietly() {
            map.removeQuietly(new Thing("a"));
            assertThat(map).hasSize(1);

            map.removeQuietly(a);
            assertThat(map).isEmpty();
            assertThat(told).isEmpty();
        }

        @Test
        void tellsOfEachElementWhenAllAreTakenOut() {
            map.clearWithEvents();

            assertThat(map).isEmpty();
            assertThat(told).containsExactly("-a");
        }
    }

    @Nested
    @DisplayName("a set")
    class Sets {
        private final Coin penny = new Coin("penny");
        private TrackedSet<Thing> set;

        @BeforeEach
        @SuppressWarnings("unchecked") // what a managed field of this type holds
        void fill() {
            set = (TrackedSet<Thing>) owner.set;
            set.add(penny);
            listen("set");
        }

        @Test
        void findsElementsByEquality() {
            assertThat(set.contains(new Coin("penny"))).isTrue();
            assertThat(set.contains(new Coin("dime"))).isFalse();
        }

        @Test
        void takesAnElementOnce() {
            assertThat(set.add(new Coin("penny"))).isFalse();
            assertThat(set.add(new Coin("dime"))).isTrue();
        }

        @Test
        void countsElementsByIdentity() {
            assertThat(set.count(penny)).isEqualTo(1);
            assertThat(set.count(new Coin("penny"))).isZero();
        }

        @Test
        void discardsAnElementWhoseHashChanged() {
            penny.name = "dime";

            set.discard(penny, null);

            assertThat(set.elements()).isEmpty();
            assertThat(told).containsExactly("-dime");
        }

        @Test
        void discardsNothingThatIsOnlyEqual() {
            set.discard(new Coin("penny"), null);

            assertThat(set.elements()).hasSize(1);
            assertThat(told).isEmpty();
        }

        @Test
        void losesTheVeryElementQuietly() {
            set.removeQuietly(new Coin("penny"));
            assertThat(set.elements()).hasSize(1);

            set.removeQuietly(penny);
            assertThat(set.elements()).isEmpty();
            assertThat(told).isEmpty();
        }

        @Test
        void tellsOfEachElementWhenAllAreTakenOut() {
            set.clearWithEvents();

            assertThat(set.elements()).isEmpty();
            assertThat(told).containsExactly("-penny");
        }

        @Test
        void refusesToTakeOutTwiceWhatWasWalkedPastOnce() {
            var each = set.iterator();
            each.next();
            each.remove();

            assertThatThrownBy(each::remove).hasMessage("remove() without next()");
            assertThat(told).containsExactly("-penny");
        }
    }

    @Test
    void thoseWithAnOrderOfTheirOwnSayWhich() {
        Comparator<Thing> backwards = Comparator.reverseOrder();
        manager.addCollection("backwards", "backwards", CollectionKind.sortedSet(backwards));
        CollectionTracker tracker = (CollectionTracker) manager.tracker("backwards");

        Object collection = tracker.get(ClassManager.requireState(owner), dev.grapnel.core.state.Passive.OFF);

        assertThat(((NavigableSet<?>) collection).comparator()).isSameAs(backwards);
    }
}
