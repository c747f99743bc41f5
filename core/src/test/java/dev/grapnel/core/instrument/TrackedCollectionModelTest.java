package dev.grapnel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tracked collections do what those of Java do, and their events tell all of it: played back, they give the same elements. */
@DisplayName("A tracked collection")
@Tag("A-22")
class TrackedCollectionModelTest {
    private static final int STEPS = 500;

    private final List<Thing> replayed = new ArrayList<>();
    private ClassManager manager;
    private Thing owner;
    private List<Thing> things;

    @BeforeEach
    void manage() {
        manager = Thing.manage();
        owner = new Thing("owner");
        things = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            things.add(new Thing("t" + i));
        }
    }

    @AfterEach
    void release() {
        manager.release();
    }

    private void replay(String attribute) {
        AttributeEvents<Object, Object> events = manager.tracker(attribute).events();
        events.onAppend(e -> replayed.add((Thing) e.value()));
        events.onRemove(e -> replayed.remove((Thing) e.value()));
    }

    private Thing any(Random random) {
        return things.get(random.nextInt(things.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void thatIsAListBehavesAsOne(long seed) {
        Random random = new Random(seed);
        List<Thing> model = new ArrayList<>();
        replay("list");
        for (int step = 0; step < STEPS; step++) {
            change(owner.list, model, random.nextInt(100), random.nextInt(model.size() + 1), any(random));
            assertThat(owner.list).isEqualTo(model);
            assertThat(replayed).containsExactlyInAnyOrderElementsOf(model);
        }
    }

    private static void change(List<Thing> tracked, List<Thing> model, int what, int at, Thing thing) {
        boolean inside = at < model.size();
        if (what < 30) {
            assertThat(tracked.add(thing)).isEqualTo(model.add(thing));
        } else if (what < 45) {
            tracked.add(at, thing);
            model.add(at, thing);
        } else if (what < 60 && inside) {
            assertThat(tracked.set(at, thing)).isSameAs(model.set(at, thing));
        } else if (what < 75 && inside) {
            assertThat(tracked.remove(at)).isSameAs(model.remove(at));
        } else if (what < 85 && model.contains(thing)) {
            assertThat(tracked.remove(thing)).isEqualTo(model.remove(thing));
        } else if (what < 92) {
            assertThat(tracked.removeIf(each -> each == thing)).isEqualTo(model.removeIf(each -> each == thing));
        } else if (what < 94) {
            tracked.clear();
            model.clear();
        } else {
            assertThat(tracked.indexOf(thing)).isEqualTo(model.indexOf(thing));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void thatIsASetBehavesAsOne(long seed) {
        Random random = new Random(seed);
        Set<Thing> model = new LinkedHashSet<>();
        replay("set");
        for (int step = 0; step < STEPS; step++) {
            change(owner.set, model, random.nextInt(100), any(random));
            assertThat(owner.set).containsExactlyElementsOf(model);
            assertThat(replayed).containsExactlyInAnyOrderElementsOf(model);
        }
    }

    private static void change(Set<Thing> tracked, Set<Thing> model, int what, Thing thing) {
        if (what < 50) {
            assertThat(tracked.add(thing)).isEqualTo(model.add(thing));
        } else if (what < 80) {
            assertThat(tracked.remove(thing)).isEqualTo(model.remove(thing));
        } else if (what < 95 && !model.isEmpty()) {
            removeFirst(tracked.iterator());
            removeFirst(model.iterator());
        } else if (what < 97) {
            tracked.clear();
            model.clear();
        } else {
            assertThat(tracked.contains(thing)).isEqualTo(model.contains(thing));
        }
    }

    private static void removeFirst(Iterator<?> iterator) {
        iterator.next();
        iterator.remove();
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void thatIsAMapBehavesAsOne(long seed) {
        Random random = new Random(seed);
        Map<String, Thing> model = new LinkedHashMap<>();
        replay("map");
        for (int step = 0; step < STEPS; step++) {
            change(owner.map, model, random.nextInt(100), any(random));
            assertThat(owner.map).containsExactlyEntriesOf(model);
            assertThat(replayed).containsExactlyInAnyOrderElementsOf(model.values());
        }
    }

    private static void change(Map<String, Thing> tracked, Map<String, Thing> model, int what, Thing thing) {
        if (what < 45) {
            assertThat(tracked.put(thing.name, thing)).isSameAs(model.put(thing.name, thing));
        } else if (what < 75) {
            assertThat(tracked.remove(thing.name)).isSameAs(model.remove(thing.name));
        } else if (what < 85) {
            assertThat(tracked.putIfAbsent(thing.name, thing)).isSameAs(model.putIfAbsent(thing.name, thing));
        } else if (what < 95 && !model.isEmpty()) {
            removeFirst(tracked.values().iterator());
            removeFirst(model.values().iterator());
        } else if (what < 97) {
            tracked.clear();
            model.clear();
        } else {
            assertThat(tracked.containsKey(thing.name)).isEqualTo(model.containsKey(thing.name));
        }
    }
}
