package dev.grapnel.core.session.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.Thing;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The identity map")
class IdentityMapTest {
    private final IdentityMap map = new IdentityMap();
    private ClassManager manager;

    @BeforeEach
    void manage() {
        manager = Thing.manage();
    }

    @AfterEach
    void release() {
        manager.release();
    }

    private InstanceState state(Object... key) {
        InstanceState state = ClassManager.requireState(manager.newInstance());
        state.key(key(key));
        return state;
    }

    private static IdentityKey key(Object... parts) {
        return IdentityKey.ofParts(Thing.class, parts, null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void doesWhatTheModelDoes(long seed) {
        Random random = new Random(seed);
        Map<IdentityKey, Enhanced> model = new LinkedHashMap<>();
        for (int step = 0; step < 5_000; step++) {
            IdentityKey key = random.nextBoolean() ? key(random.nextInt(300)) : key(random.nextInt(10), "x");
            Enhanced known = model.get(key);
            if (known != null && random.nextInt(3) == 0) {
                map.discard(ClassManager.requireState(known));
                model.remove(key);
            } else {
                InstanceState state = state(key.parts().toArray());
                Enhanced object = state.requireObject();
                map.replace(state);
                model.put(key, object);
            }
            assertThat(map.get(key)).isSameAs(model.get(key));
        }
        assertThat(map.objects()).containsExactlyElementsOf(model.values());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 150, 200})
    void findsWhatIsLeftWhenSomeWereDiscardedTogether(int count) {
        List<Enhanced> objects = new ArrayList<>();
        for (int value = 0; value < 200; value++) {
            objects.add(addNamed(value));
        }
        List<InstanceState> leaving = new ArrayList<>();
        for (int value = 0; value < count; value++) {
            leaving.add(ClassManager.requireState(objects.get(value)));
        }
        leaving.get(0).touch();
        map.markModified(leaving.get(0));

        map.discardAll(leaving);

        assertThat(map.objects()).containsExactlyElementsOf(objects.subList(count, 200));
        assertThat(leaving).noneMatch(map::contains);
        assertThat(map.hasModified()).isFalse();
        for (int value = 0; value < 200; value++) {
            assertThat(map.get(Thing.class, value)).isSameAs(value < count ? null : objects.get(value));
        }
    }

    /** As loading does: a value is searched, and what was not found is added, or something else before it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsByValueWhatWasAddedAfterASearch(long seed) {
        Random random = new Random(seed);
        Map<Object, Enhanced> model = new LinkedHashMap<>();
        for (int step = 0; step < 5_000; step++) {
            Object value = random.nextInt(400);
            Enhanced found = map.get(Thing.class, value);
            assertThat(found).isSameAs(model.get(value));
            if (random.nextInt(4) == 0) {
                value = random.nextInt(400);
            }
            if (model.containsKey(value)) {
                map.discard(ClassManager.requireState(model.remove(value)));
            } else {
                model.put(value, addNamed(value));
            }
        }
        assertThat(map.objects()).containsExactlyInAnyOrderElementsOf(model.values());
    }

    private Enhanced addNamed(Object value) {
        Enhanced object = manager.newInstance();
        InstanceState state = ClassManager.requireState(object);
        state.identify(value);
        map.replace(state);
        return object;
    }

    /** Of keys in ascending order none has to be searched before it is added. */
    @Test
    void findsWhatCameInTheOrderOfKeysOrAgainstIt() {
        int[] order = {1, 2, 3, 10, 7, 12, 5, 11};
        Map<Object, Enhanced> added = new LinkedHashMap<>();
        for (int value : order) {
            assertThat(map.get(Thing.class, value)).isNull();
            added.put(value, addNamed(value));
        }

        added.forEach((value, object) -> assertThat(map.get(Thing.class, value)).isSameAs(object));
        assertThat(map.get(Thing.class, 4)).isNull();
        assertThat(map.get(Thing.class, 13)).isNull();
    }

    @Test
    void findsKeysOfOtherKindsBesideNumbers() {
        Enhanced number = addNamed(1);
        Enhanced text = addNamed("a");
        InstanceState parts = state(5, "x");
        Enhanced ofParts = parts.requireObject();
        map.add(parts);
        InstanceState other = state(9);
        Enhanced ofShard = other.requireObject();
        other.key(key(9).withToken("east"));
        map.add(other);

        assertThat(map.get(key(1))).isSameAs(number);
        assertThat(map.get(key("a"))).isSameAs(text);
        assertThat(map.get(key(5, "x"))).isSameAs(ofParts);
        assertThat(map.get(key(9).withToken("east"))).isSameAs(ofShard);
        assertThat(map.get(key(9))).isNull();
    }

    /** More than the highest keys are known of. */
    @Test
    void findsObjectsOfVeryManyHierarchies() {
        List<Class<?>> roots = List.of(
                byte.class,
                short.class,
                int.class,
                long.class,
                float.class,
                double.class,
                char.class,
                boolean.class,
                Byte.class,
                Short.class,
                Integer.class,
                Long.class,
                Float.class,
                Double.class,
                Character.class,
                Boolean.class,
                String.class,
                Object.class,
                Number.class);
        Map<IdentityKey, Enhanced> added = new LinkedHashMap<>();
        for (Class<?> root : roots) {
            InstanceState state = ClassManager.requireState(manager.newInstance());
            state.key(IdentityKey.of(root, 1, null));
            added.put(state.requireKey(), state.requireObject());
            map.add(state);
        }

        added.forEach((key, object) -> assertThat(map.get(key)).isSameAs(object));
        assertThat(map.get(IdentityKey.of(Number.class, 2, null))).isNull();
    }

    @Test
    void findsNothingByValueOfAnotherRoot() {
        Enhanced held = addNamed(1);

        assertThat(map.get(Object.class, 1)).isNull();
        assertThat(map.get(Thing.class, 1)).isSameAs(held);
    }

    @Test
    void refusesAnotherLivingObjectWithTheSameKey() {
        InstanceState first = state(1);
        Enhanced held = first.requireObject();
        map.add(first);
        InstanceState second = state(1);

        assertThatThrownBy(() -> map.add(second))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("another object with that key is in this session already");
        Reference.reachabilityFence(held);
    }

    @Test
    void tellsStatesWithEqualKeysApart() {
        InstanceState inside = state(1);
        Enhanced held = inside.requireObject();
        map.add(inside);

        assertThat(map.contains(inside)).isTrue();
        assertThat(map.contains(state(1))).isFalse();
        map.discard(state(1));
        assertThat(map.get(key(1))).isSameAs(held);
    }

    @Test
    @Tag("U-32")
    void letsObjectsGoThatNobodyHolds() throws Exception {
        List<Enhanced> held = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            InstanceState state = state(number);
            map.add(state);
            if (number % 100 == 0) {
                held.add(state.requireObject());
            }
        }
        for (int attempt = 0; attempt < 50 && map.objects().size() > 10; attempt++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(map.objects()).containsExactlyElementsOf(held);
    }

    @Test
    @Tag("U-32")
    void holdsNothingOfObjectsThatWentWhenItWasSwept() throws Exception {
        Enhanced held = addNamed(0);
        WeakReference<InstanceState> gone = addUnheld();
        for (int attempt = 0; attempt < 50 && gone.get() != null; attempt++) {
            System.gc();
            Thread.sleep(20);
            map.sweep();
        }

        assertThat(gone.get()).isNull();
        assertThat(map.get(Thing.class, 0)).isSameAs(held);
        assertThat(map.get(Thing.class, 1)).isNull();
    }

    private WeakReference<InstanceState> addUnheld() {
        for (int value = 2; value < 1_000; value++) {
            addNamed(value);
        }
        return new WeakReference<>(ClassManager.requireState(addNamed(1)));
    }

    @Test
    void listsModifiedStatesUntilTheyAreClean() {
        InstanceState state = state(1);
        Enhanced held = state.requireObject();
        map.add(state);

        map.markModified(state);
        assertThat(map.modified()).containsExactly(state);
        map.markClean(state);
        assertThat(map.modified()).isEmpty();
        Reference.reachabilityFence(held);
    }
}
