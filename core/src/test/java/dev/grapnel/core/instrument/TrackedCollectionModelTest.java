package dev.grapnel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tracked collections do what those of Java do, and their events tell all of it: played back, they give the same elements. Histories and
 * parent links agree with the contents at each step.
 */
@DisplayName("A tracked collection")
class TrackedCollectionModelTest {
    private static final int STEPS = 800;

    private final List<Thing> replayed = new ArrayList<>();
    private final Set<Thing> held = new LinkedHashSet<>();
    private ClassManager manager;
    private Thing owner;
    private List<Thing> things;

    /** One way to change a collection; the same on the tracked one and on the plain one. */
    private interface Step<C> {
        @Nullable Object on(C collection, int at, Thing thing);
    }

    @BeforeEach
    void manage() {
        manager = Thing.manage();
        manager.trackers().forEach(AttributeTracker::trackParent);
        owner = new Thing("owner");
        things = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            things.add(new Thing("t" + (char) ('a' + i)));
        }
    }

    @AfterEach
    void release() {
        manager.release();
    }

    // ---- the ways to change each kind ----

    private static final List<Step<List<Thing>>> LIST = List.of(
            (list, at, thing) -> list.add(thing),
            (list, at, thing) -> list.add(thing),
            (list, at, thing) -> list.addAll(List.of(thing, thing)),
            (list, at, thing) -> list.addAll(within(list, at), List.of(thing)),
            (list, at, thing) -> {
                list.add(within(list, at), thing);
                return null;
            },
            (list, at, thing) -> list.isEmpty() ? null : list.set(inside(list, at), thing),
            (list, at, thing) -> list.isEmpty() ? null : list.remove(inside(list, at)),
            (list, at, thing) -> list.remove(thing),
            (list, at, thing) -> list.removeIf(each -> each == thing),
            (list, at, thing) -> list.removeAll(Set.of(thing)),
            (list, at, thing) -> at % 20 == 0 && list.retainAll(Set.of(thing)),
            (list, at, thing) -> {
                list.replaceAll(each -> each.name.compareTo(thing.name) < 0 ? each : thing);
                return null;
            },
            (list, at, thing) -> {
                list.sort(at % 2 == 0 ? null : Comparator.reverseOrder());
                return null;
            },
            (list, at, thing) -> {
                list.subList(0, within(list, at)).sort(Comparator.reverseOrder());
                return null;
            },
            (list, at, thing) -> {
                list.subList(within(list, at), list.size()).clear();
                return null;
            },
            (list, at, thing) -> list.subList(0, within(list, at))
                    .subList(0, within(list, at) / 2)
                    .add(thing),
            (list, at, thing) -> {
                if (at % 20 == 0) {
                    list.clear();
                }
                return null;
            },
            (list, at, thing) -> {
                Collections.reverse(list);
                return null;
            },
            TrackedCollectionModelTest::byListIterator);

    private static @Nullable Object byListIterator(List<Thing> list, int at, Thing thing) {
        ListIterator<Thing> each = list.listIterator(within(list, at));
        each.add(thing);
        if (each.hasNext()) {
            each.next();
            each.set(thing);
        }
        if (at % 2 == 0 && each.hasPrevious()) {
            each.previous();
            each.remove();
        }
        return each.nextIndex();
    }

    private static final List<Step<Set<Thing>>> SET = List.of(
            (set, at, thing) -> set.add(thing),
            (set, at, thing) -> set.add(thing),
            (set, at, thing) -> set.addAll(List.of(thing)),
            (set, at, thing) -> set.remove(thing),
            (set, at, thing) -> set.removeIf(each -> each == thing),
            (set, at, thing) -> set.removeAll(List.of(thing)),
            (set, at, thing) -> at % 20 == 0 && set.retainAll(List.of(thing)),
            (set, at, thing) -> removeFirst(set),
            (set, at, thing) -> {
                if (at % 20 == 0) {
                    set.clear();
                }
                return null;
            });

    private static final List<Step<NavigableSet<Thing>>> SORTED_SET = List.of(
            (set, at, thing) -> set.pollFirst(),
            (set, at, thing) -> set.pollLast(),
            (set, at, thing) -> set.descendingSet().add(thing),
            (set, at, thing) -> set.tailSet(thing, true).add(thing),
            (set, at, thing) -> set.headSet(thing, true).remove(thing),
            (set, at, thing) -> set.headSet(thing, false).pollFirst(),
            (set, at, thing) -> removeFirst(set.descendingSet()),
            (set, at, thing) -> {
                set.subSet(thing, true, thing, true).clear();
                return null;
            });

    private static final List<Step<Map<String, Thing>>> MAP = List.of(
            (map, at, thing) -> map.put(thing.name, thing),
            (map, at, thing) -> map.put("key " + at % 5, thing),
            (map, at, thing) -> map.putIfAbsent(thing.name, thing),
            (map, at, thing) -> {
                map.putAll(Map.of(thing.name, thing));
                return null;
            },
            (map, at, thing) -> map.remove(thing.name),
            (map, at, thing) -> map.remove("key " + at % 5, thing),
            (map, at, thing) -> map.replace(thing.name, thing),
            (map, at, thing) -> map.replace("key " + at % 5, thing, thing),
            (map, at, thing) -> map.computeIfAbsent("key " + at % 5, key -> at % 2 == 0 ? thing : null),
            (map, at, thing) -> map.computeIfPresent("key " + at % 5, (key, each) -> at % 2 == 0 ? thing : null),
            (map, at, thing) -> map.compute(thing.name, (key, each) -> each == null ? thing : null),
            (map, at, thing) -> map.merge("key " + at % 5, thing, (one, other) -> at % 2 == 0 ? other : null),
            (map, at, thing) -> {
                map.replaceAll((key, each) -> key.startsWith("key") ? thing : each);
                return null;
            },
            (map, at, thing) -> map.keySet().remove(thing.name),
            (map, at, thing) -> map.values().remove(thing),
            (map, at, thing) -> at % 20 == 0 && map.values().retainAll(List.of(thing)),
            (map, at, thing) -> map.entrySet().removeIf(entry -> entry.getValue() == thing),
            (map, at, thing) -> removeFirst(map.entrySet()) != null,
            (map, at, thing) ->
                    map.isEmpty() ? null : map.entrySet().iterator().next().setValue(thing),
            (map, at, thing) -> {
                if (at % 20 == 0) {
                    map.clear();
                }
                return null;
            });

    private static final List<Step<NavigableMap<String, Thing>>> SORTED_MAP = List.of(
            (map, at, thing) -> map.pollFirstEntry(),
            (map, at, thing) -> map.pollLastEntry(),
            (map, at, thing) -> map.descendingMap().put(thing.name, thing),
            (map, at, thing) -> map.headMap(thing.name, true).put(thing.name, thing),
            (map, at, thing) -> map.navigableKeySet().pollFirst(),
            (map, at, thing) -> map.descendingKeySet().remove(thing.name),
            (map, at, thing) -> removeFirst(map.tailMap(thing.name, true).values()) != null);

    private static int within(Collection<?> all, int at) {
        return at % (all.size() + 1);
    }

    private static int inside(Collection<?> all, int at) {
        return at % all.size();
    }

    private static <T> @Nullable T removeFirst(Collection<T> all) {
        Iterator<T> each = all.iterator();
        if (!each.hasNext()) {
            return null;
        }
        T first = each.next();
        each.remove();
        return first;
    }

    // ---- the same steps on both ----

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    @Tag("A-22")
    @Tag("A-24")
    void thatIsAListBehavesAsOne(long seed) {
        play("list", seed, LIST, owner.list, new ArrayList<>(), list -> list);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    @Tag("A-22")
    void thatIsASetBehavesAsOne(long seed) {
        play("set", seed, SET, owner.set, new LinkedHashSet<>(), set -> set);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    @Tag("A-22")
    void thatIsASortedSetBehavesAsOne(long seed) {
        List<Step<? super NavigableSet<Thing>>> steps = new ArrayList<>(SORTED_SET);
        steps.addAll(SET);
        play("sorted", seed, steps, owner.sorted, new TreeSet<>(), set -> set);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    @Tag("A-22")
    void thatIsAMapBehavesAsOne(long seed) {
        play("map", seed, MAP, owner.map, new LinkedHashMap<>(), Map::values);
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    @Tag("A-22")
    void thatIsASortedMapBehavesAsOne(long seed) {
        List<Step<? super NavigableMap<String, Thing>>> steps = new ArrayList<>(SORTED_MAP);
        steps.addAll(MAP);
        play("tree", seed, steps, owner.tree, new TreeMap<>(), Map::values);
    }

    private interface Elements<C> {
        Collection<Thing> of(C collection);
    }

    private <C> void play(
            String attribute,
            long seed,
            List<? extends Step<? super C>> steps,
            C tracked,
            C model,
            Elements<C> elements) {
        replay(attribute);
        Random random = new Random(seed);
        List<Thing> committed = List.of();
        for (int step = 0; step < STEPS; step++) {
            Step<? super C> next = steps.get(random.nextInt(steps.size()));
            int at = random.nextInt(1000);
            Thing thing = things.get(random.nextInt(things.size()));

            assertThat(outcome(() -> next.on(tracked, at, thing))).isEqualTo(outcome(() -> next.on(model, at, thing)));

            assertThat(tracked).hasToString(model.toString()).isEqualTo(model);
            Collection<Thing> now = elements.of(model);
            assertThat(replayed).containsExactlyInAnyOrderElementsOf(now);
            assertHistory(attribute, committed, now);
            assertParents(attribute);
            if (at % 50 == 0) {
                ValueBooks.commitAll(state());
                committed = List.copyOf(now);
            }
        }
    }

    private static Object outcome(Supplier<@Nullable Object> step) {
        try {
            return String.valueOf(step.get());
        } catch (RuntimeException refused) {
            return refused.getClass();
        }
    }

    private InstanceState state() {
        return ClassManager.requireState(owner);
    }

    private void replay(String attribute) {
        AttributeEvents<Object, Object> events = manager.tracker(attribute).events();
        events.onAppend(e -> {
            replayed.add((Thing) e.value());
            held.add((Thing) e.value());
        });
        events.onRemove(e -> {
            replayed.remove((Thing) e.value());
            held.remove((Thing) e.value());
        });
    }

    private void assertHistory(String attribute, Collection<Thing> committed, Collection<Thing> now) {
        History history = manager.tracker(attribute).history(state(), Passive.NO_INITIALIZE);
        assertThat(Set.copyOf(history.added())).isEqualTo(without(now, committed));
        assertThat(Set.copyOf(history.deleted())).isEqualTo(without(committed, now));
    }

    private static Set<Object> without(Collection<Thing> some, Collection<Thing> others) {
        Set<Object> rest = new LinkedHashSet<>(some);
        rest.removeAll(new ArrayList<>(others));
        return rest;
    }

    /** Who holds an element is what its last event told, also where it is there twice and left once. */
    private void assertParents(String attribute) {
        AttributeTracker tracker = manager.tracker(attribute);
        for (Thing thing : things) {
            assertThat(tracker.hasParent(ClassManager.requireState(thing), false))
                    .isEqualTo(held.contains(thing));
        }
    }
}
