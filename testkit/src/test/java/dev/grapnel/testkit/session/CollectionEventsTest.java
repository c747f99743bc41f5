package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.instrument.Keys;
import dev.grapnel.core.instrument.TrackedList;
import dev.grapnel.core.session.Instance;
import dev.grapnel.testkit.session.Museum.Piece;
import dev.grapnel.testkit.session.Museum.Room;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each way to change a collection tells, in the order of the table of operations. */
@DisplayName("Changing")
class CollectionEventsTest extends MappedTest {
    private Room room;
    private Piece ax;
    private Piece bow;
    private Piece cup;

    CollectionEventsTest() {
        super(Museum.ALL);
    }

    @BeforeEach
    void make() {
        room = new Room();
        ax = new Piece("ax");
        bow = new Piece("bow");
        cup = new Piece("cup");
    }

    private AttributeEvents<Object, Object> events(String name) {
        return attribute(room, name).events();
    }

    private void recordAnew(String name) {
        trace.of(Room.class, name);
        trace.clear();
    }

    @Nested
    @DisplayName("an attribute never touched")
    class Untouched {
        @BeforeEach
        void record() {
            recordAnew("list");
        }

        @Test
        @Tag("A-21")
        void makesItsCollectionOnFirstAccessAndOnce() {
            assertThat(room.list).isSameAs(room.list);

            trace.assertLines("room.list init_collection []");
        }

        @Test
        @Tag("A-21")
        void isNoValueOfTheObjectUntilSomethingJoins() {
            room.list.size();
            assertThat(Instance.of(room).unloaded()).contains("list");

            room.list.add(ax);

            assertThat(Instance.of(room).unloaded()).doesNotContain("list");
        }

        @Test
        @Tag("A-21")
        void marksNothingWhenItIsOnlyRead() {
            room.list.size();

            assertThat(state(room).isModified()).isFalse();
        }
    }

    @Nested
    @DisplayName("any collection")
    class Any {
        @Test
        @Tag("A-22")
        void firesAppendBeforeTheElementIsThere() {
            List<Boolean> there = new ArrayList<>();
            events("list").onAppend(event -> there.add(room.list.contains(event.value())));

            room.list.add(ax);

            assertThat(there).containsExactly(false);
        }

        @Test
        @Tag("A-22")
        void firesRemoveWhileTheElementIsThere() {
            room.set.add(ax);
            List<Boolean> there = new ArrayList<>();
            events("set").onRemove(event -> there.add(room.set.contains(event.value())));

            room.set.remove(ax);

            assertThat(there).containsExactly(true);
        }

        @Test
        @Tag("A-22")
        void insertsWhatTheListenersGaveBack() {
            events("list").replaceOnAppend(event -> event.value() == ax ? bow : event.value());

            room.list.add(ax);
            room.list.add(0, ax);
            room.list.set(1, ax);

            assertThat(room.list).containsExactly(bow, bow);
        }

        @Test
        @Tag("A-22")
        void firesRemoveAfterTheLastElementWasTaken() {
            Collections.addAll(room.list, ax, bow);
            List<Integer> sizes = new ArrayList<>();
            events("list").onRemove(event -> sizes.add(room.list.size()));

            ((TrackedList<Piece>) room.list).removeLast();
            room.list.remove(0);

            assertThat(sizes).containsExactly(1, 1);
        }

        @Test
        @Tag("A-22")
        void firesRemoveAfterAPollTookTheElement() {
            Collections.addAll(room.descending, ax, bow);
            room.descendingMap.put("ax", ax);
            List<Integer> sizes = new ArrayList<>();
            events("descending").onRemove(event -> sizes.add(room.descending.size()));
            events("descendingMap").onRemove(event -> sizes.add(room.descendingMap.size()));

            assertThat(room.descending.pollFirst()).isSameAs(bow);
            assertThat(room.descendingMap.pollLastEntry().getValue()).isSameAs(ax);

            assertThat(sizes).containsExactly(1, 0);
        }

        @Test
        @Tag("A-5")
        @Tag("A-22")
        void leavesItAsItWasIfAListenerRefuses() {
            events("set").onAppend(event -> {
                throw new IllegalArgumentException("no");
            });

            assertThatThrownBy(() -> room.set.add(ax)).hasMessage("no");

            assertThat(room.set).isEmpty();
            assertThat(state(room).isModified()).isFalse();
        }
    }

    @Nested
    @DisplayName("a list")
    class OfList {
        @BeforeEach
        void record() {
            Collections.addAll(room.list, ax, bow);
            commit(room);
            recordAnew("list");
        }

        @Test
        @Tag("A-23")
        void byAddFiresAppendWithoutKey() {
            room.list.add(cup);
            room.list.addAll(List.of(cup));

            assertThat(trace.lines()).containsExactly("room.list append cup", "room.list append cup");
            trace.assertKeys(Keys.NONE, Keys.NONE);
        }

        @Test
        @Tag("A-23")
        void byInsertFiresAppendWithTheIndex() {
            room.list.add(1, cup);

            assertThat(trace.lines()).containsExactly("room.list append cup");
            trace.assertKeys(1);
        }

        @Test
        @Tag("A-23")
        void bySetFiresRemoveAndAppendWithTheIndex() {
            room.list.set(1, cup);

            assertThat(trace.lines()).containsExactly("room.list remove bow", "room.list append cup");
            trace.assertKeys(1, 1);
        }

        @Test
        @Tag("A-23")
        void byRemoveOfAnElementFiresRemoveWithoutKey() {
            room.list.remove(ax);

            assertThat(trace.lines()).containsExactly("room.list remove ax");
            trace.assertKeys(Keys.NONE);
        }

        @Test
        @Tag("A-23")
        void byRemoveOfAnElementThatIsNotThereFiresRemoveFirst() {
            assertThat(room.list.remove(cup)).isFalse();

            trace.assertLines("room.list remove cup");
        }

        @Test
        @Tag("A-23")
        void byRemoveAtAnIndexFiresRemoveWithIt() {
            room.list.remove(1);

            assertThat(trace.lines()).containsExactly("room.list remove bow");
            trace.assertKeys(1);
        }

        @Test
        @Tag("A-23")
        void byClearFiresRemoveForEachWithMinusOne() {
            room.list.clear();

            assertThat(trace.lines()).containsExactly("room.list remove ax", "room.list remove bow");
            trace.assertKeys(-1, -1);
        }

        @Test
        @Tag("A-23")
        void bySortingItOrAPartOfItFiresNothing() {
            room.list.sort(Comparator.reverseOrder());
            assertThat(room.list).containsExactly(bow, ax);

            room.list.subList(0, 2).sort(null);
            assertThat(room.list).containsExactly(ax, bow);

            assertThat(trace.lines()).isEmpty();
        }

        @Test
        @Tag("A-23")
        void byClearingAPartFiresRemoveForEachWithTheIndexOfItsBegin() {
            room.list.add(cup);
            trace.clear();

            room.list.subList(1, 3).clear();

            assertThat(trace.lines()).containsExactly("room.list remove bow", "room.list remove cup");
            trace.assertKeys(1, 1);
        }

        @Test
        @Tag("A-23")
        void byAListIteratorFiresWhatItsMethodsDo() {
            ListIterator<Piece> each = room.list.listIterator();
            each.next();
            each.set(cup);
            each.add(ax);
            each.next();
            each.remove();

            trace.assertLines(
                    "room.list remove ax", "room.list append cup", "room.list append ax", "room.list remove bow");
            assertThat(room.list).containsExactly(cup, ax);
        }

        @Test
        @Tag("A-23")
        void byRemoveIfAndRetainAllFiresRemoveForEach() {
            room.list.removeIf(piece -> piece == ax);
            room.list.retainAll(Set.of());

            trace.assertLines("room.list remove ax", "room.list remove bow");
        }

        @Test
        @Tag("A-23")
        void byReplaceAllFiresWhereTheElementIsAnotherOne() {
            room.list.replaceAll(piece -> piece == bow ? cup : piece);

            trace.assertLines("room.list remove bow", "room.list append cup");
        }

        @Test
        @Tag("A-22")
        void byTakingTheLastOfNoneMarksTheOwnerAndFails() {
            room.list.clear();
            commit(room);
            trace.clear();

            assertThatThrownBy(() -> ((TrackedList<Piece>) room.list).removeLast())
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("Room.list")
                    .hasMessageContaining("is empty");

            assertThat(state(room).isModified()).isTrue();
            assertThat(trace.lines()).isEmpty();
        }
    }

    @Nested
    @DisplayName("a set")
    class OfSet {
        @BeforeEach
        void record() {
            Collections.addAll(room.set, ax, bow);
            recordAnew("set");
        }

        @Test
        @Tag("A-23")
        void byAddFiresAppendOrThatItIsThere() {
            room.set.add(cup);
            room.set.add(ax);

            assertThat(trace.lines()).containsExactly("room.set append cup", "room.set append_wo_mutation ax");
            trace.assertKeys(Keys.NONE, null);
        }

        @Test
        @Tag("A-23")
        void byRemoveFiresOnlyIfItIsThere() {
            room.set.remove(ax);
            room.set.remove(cup);

            trace.assertLines("room.set remove ax");
        }

        @Test
        @Tag("A-23")
        void byClearFiresRemoveForEach() {
            room.set.clear();

            assertThat(trace.lines()).containsExactly("room.set remove ax", "room.set remove bow");
            trace.assertKeys(Keys.NONE, Keys.NONE);
        }

        @Test
        @Tag("A-23")
        void byClearKeepsWhatAListenerRefusesToLetGo() {
            events("set").onRemove(event -> {
                if (event.value() == bow) {
                    throw new IllegalStateException("stays");
                }
            });

            assertThatThrownBy(room.set::clear).hasMessage("stays");

            assertThat(room.set).containsExactly(bow);
        }

        @Test
        @Tag("A-23")
        void byRemoveAllAndRetainAllFiresRemoveForEach() {
            room.set.removeAll(List.of(ax));
            room.set.retainAll(List.of(cup));

            trace.assertLines("room.set remove ax", "room.set remove bow");
        }

        @Test
        @Tag("A-23")
        void byARangeOrADescendingViewFiresTheSame() {
            Collections.addAll(room.descending, ax, bow, cup);
            trace.of(Room.class, "descending");

            room.descending.headSet(bow, true).remove(cup);
            room.descending.descendingSet().pollFirst();
            Iterator<Piece> rest = room.descending.tailSet(bow).iterator();
            rest.next();
            rest.remove();

            trace.assertLines("room.descending remove cup", "room.descending remove ax", "room.descending remove bow");
        }

        @Test
        @Tag("A-23")
        void byAnElementThatARangeRefusesFiresNothing() {
            trace.of(Room.class, "sorted");
            room.sorted.size();
            trace.clear();

            assertThatThrownBy(() -> room.sorted.headSet(bow).add(cup)).isInstanceOf(IllegalArgumentException.class);

            assertThat(trace.lines()).isEmpty();
        }
    }

    @Nested
    @DisplayName("a map")
    class OfMap {
        @BeforeEach
        void record() {
            room.map.put("ax", ax);
            recordAnew("map");
        }

        @Test
        @Tag("A-23")
        void byPutFiresAppendWithTheKey() {
            room.map.put("bow", bow);

            assertThat(trace.lines()).containsExactly("room.map append bow");
            trace.assertKeys("bow");
        }

        @Test
        @Tag("A-23")
        void byPutUnderATakenKeyFiresRemoveAndAppendAlsoForTheSame() {
            room.map.put("ax", ax);

            assertThat(trace.lines()).containsExactly("room.map remove ax", "room.map append ax");
            trace.assertKeys("ax", "ax");
        }

        @Test
        @Tag("A-23")
        void byPutAllFiresForEachWhatItIs() {
            room.map.put("cup", cup);
            trace.clear();
            Map<String, Piece> more = new java.util.LinkedHashMap<>();
            more.put("ax", ax);
            more.put("bow", bow);
            more.put("cup", bow);

            room.map.putAll(more);

            assertThat(trace.lines())
                    .containsExactly(
                            "room.map append_wo_mutation ax",
                            "room.map append bow",
                            "room.map remove cup",
                            "room.map append bow");
            trace.assertKeys(null, "bow", "cup", "cup");
        }

        @Test
        @Tag("A-23")
        void byPutIfAbsentOfTheSameFiresThatItIsThere() {
            room.map.putIfAbsent("ax", ax);
            room.map.putIfAbsent("ax", bow);

            assertThat(trace.lines()).containsExactly("room.map append_wo_mutation ax");
            trace.assertKeys((Object) null);
        }

        @Test
        @Tag("A-23")
        void byRemoveFiresRemoveWithTheKeyIfItIsThere() {
            room.map.remove("ax");
            room.map.remove("bow");

            assertThat(trace.lines()).containsExactly("room.map remove ax");
            trace.assertKeys("ax");
        }

        @Test
        @Tag("A-23")
        void byClearFiresRemoveForEachWithItsKey() {
            room.map.put("bow", bow);
            trace.clear();

            room.map.clear();

            assertThat(trace.lines()).containsExactly("room.map remove ax", "room.map remove bow");
            trace.assertKeys("ax", "bow");
        }

        @Test
        @Tag("A-23")
        void byPollFiresRemoveWithTheKey() {
            room.descendingMap.put("ax", ax);
            trace.of(Room.class, "descendingMap");

            room.descendingMap.pollFirstEntry();

            assertThat(trace.lines()).containsExactly("room.descendingMap remove ax");
            trace.assertKeys("ax");
        }

        @Test
        @Tag("A-23")
        void byAnEntryFiresRemoveAndAppend() {
            room.map.entrySet().iterator().next().setValue(bow);

            trace.assertLines("room.map remove ax", "room.map append bow");
            assertThat(room.map).containsEntry("ax", bow);
        }

        @Test
        @Tag("A-23")
        void byItsViewsFiresRemove() {
            room.map.put("bow", bow);
            room.map.put("cup", cup);
            trace.clear();

            room.map.keySet().remove("ax");
            room.map.values().remove(bow);
            room.map.entrySet().removeIf(entry -> entry.getKey().equals("cup"));

            trace.assertLines("room.map remove ax", "room.map remove bow", "room.map remove cup");
        }

        @Test
        @Tag("A-23")
        void byFunctionsFiresWhatTheyChange() {
            room.map.computeIfAbsent("bow", unused -> bow);
            room.map.computeIfPresent("bow", (key, piece) -> cup);
            room.map.merge("bow", ax, (one, other) -> null);
            room.map.compute("cup", (key, piece) -> cup);

            trace.assertLines(
                    "room.map append bow",
                    "room.map remove bow",
                    "room.map append cup",
                    "room.map remove cup",
                    "room.map append cup");
        }

        @Test
        @Tag("A-23")
        void byFunctionsThatGiveTheElementBackFiresNothing() {
            room.map.computeIfAbsent("ax", unused -> bow);
            room.map.computeIfPresent("ax", (key, piece) -> piece);
            room.map.compute("ax", (key, piece) -> piece);
            room.map.merge("ax", bow, (one, other) -> one);
            room.map.replaceAll((key, piece) -> piece);

            assertThat(trace.lines()).isEmpty();
        }

        @Test
        @Tag("A-22")
        void byAFunctionGivesWhatAListenerStored() {
            events("map").replaceOnAppend(event -> event.value() == bow ? cup : event.value());

            assertThat(room.map.computeIfAbsent("bow", unused -> bow)).isSameAs(cup);
        }

        @Test
        @Tag("A-23")
        void byReplaceFiresRemoveAndAppend() {
            room.map.replace("ax", bow);
            room.map.replace("ax", bow, cup);
            room.map.replace("ax", ax, bow);

            trace.assertLines(
                    "room.map remove ax", "room.map append bow", "room.map remove bow", "room.map append cup");
        }

        @Test
        @Tag("A-23")
        void byRemoveOfKeyAndValueFiresOnlyIfTheyBelongTogether() {
            room.map.remove("ax", bow);
            room.map.remove("ax", ax);

            trace.assertLines("room.map remove ax");
        }
    }

    @Nested
    @DisplayName("a collection of a class of the application")
    class OfOwnClass {
        @BeforeEach
        void record() {
            room.tour.add(ax);
            recordAnew("tour");
        }

        @Test
        @Tag("A-25")
        void byItsOwnMethodsFiresWhatTheyReport() {
            room.tour.beginWith(bow);
            room.tour.beginWith(ax);
            room.tour.skip(bow);

            trace.assertLines("room.tour append bow", "room.tour append_wo_mutation ax", "room.tour remove bow");
        }

        @Test
        @Tag("A-25")
        void byItsIteratorFiresRemove() {
            Iterator<Piece> each = room.tour.iterator();
            each.next();
            each.remove();

            trace.assertLines("room.tour remove ax");
            assertThat(room.tour.elements()).isEmpty();
        }

        @Test
        @Tag("A-25")
        void takesTheElementThatAListenerGaveBack() {
            events("tour").replaceOnAppend(event -> cup);

            room.tour.beginWith(bow);

            assertThat(room.tour.elements()).containsExactly(cup, ax);
        }
    }

    // ---- an element twice ----

    @Test
    @Tag("A-24")
    void aListByAddingAnElementTwiceFiresTwice() {
        recordAnew("list");

        Collections.addAll(room.list, ax, ax);

        assertThat(trace.lines()).filteredOn(line -> line.endsWith("append ax")).hasSize(2);
        assertThat(room.list).containsExactly(ax, ax);
    }

    // ---- deletion of the attribute ----

    @Test
    @Tag("A-30")
    void anAttributeByDeletionFiresRemoveForEachAndDisposesOfNothing() {
        Collections.addAll(room.list, ax, bow);
        recordAnew("list");

        Instance.of(room).clear("list");

        trace.assertLines("room.list remove ax", "room.list remove bow");
        assertThat(state(room).has(attribute(room, "list").index())).isFalse();
    }

    @Test
    @Tag("A-30")
    void anAttributeThatIsNotLoadedByDeletionFiresNothing() {
        recordAnew("list");

        Instance.of(room).clear("list");

        assertThat(trace.lines()).isEmpty();
    }
}
