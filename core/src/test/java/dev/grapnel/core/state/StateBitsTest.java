package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.ClassManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bits of a state, of which those of the first attributes and of further ones are kept in different places, against plain sets. */
@DisplayName("The bits of a state")
class StateBitsTest {
    private ClassManager manager;
    private InstanceState state;
    private Object held;

    @BeforeEach
    void manage() {
        manager = ClassManager.manage(Wide.class, null);
        for (int index = 0; index < Wide.COUNT; index++) {
            manager.addScalar("f" + index, "f" + index);
        }
        held = manager.newInstance();
        state = ClassManager.requireState(held);
    }

    @AfterEach
    void release() {
        manager.release();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areThoseOfTheModel(long seed) {
        Random random = new Random(seed);
        Map<Integer, Object> present = new HashMap<>();
        Map<Integer, Object> changed = new HashMap<>();
        Set<Integer> expired = new HashSet<>();
        for (int step = 0; step < 2_000; step++) {
            int index = random.nextInt(Wide.COUNT);
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    state.store(index, step);
                    present.put(index, step);
                }
                case 2 ->
                    assertThat(state.drop(index))
                            .isEqualTo(present.containsKey(index) ? present.remove(index) : Marker.NO_VALUE);
                case 3 -> {
                    state.keepCommitted(index, step);
                    changed.put(index, step);
                }
                case 4 -> {
                    state.forgetCommitted(index);
                    changed.remove(index);
                }
                case 5 -> {
                    state.expired(index, true);
                    expired.add(index);
                }
                default -> {
                    state.expired(index, false);
                    expired.remove(index);
                }
            }
            assertSame(present, changed, expired, index);
        }
        for (int index = 0; index < Wide.COUNT; index++) {
            assertSame(present, changed, expired, index);
        }
        assertThat(held).isNotNull();
    }

    private void assertSame(
            Map<Integer, Object> present, Map<Integer, Object> changed, Set<Integer> expired, int index) {
        assertThat(state.has(index)).isEqualTo(present.containsKey(index));
        assertThat(state.value(index)).isEqualTo(present.getOrDefault(index, Marker.NO_VALUE));
        assertThat(state.isChanged(index)).isEqualTo(changed.containsKey(index));
        if (changed.containsKey(index)) {
            assertThat(state.committed(index)).isEqualTo(changed.get(index));
        }
        assertThat(state.isExpired(index)).isEqualTo(expired.contains(index));
        assertThat(state.hasChanges()).isEqualTo(!changed.isEmpty());
        assertThat(state.hasExpired()).isEqualTo(!expired.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32, 95, 96, 129})
    void areClearedWhereverTheyAre(int index) {
        state.expired(index, true);
        state.keepCommitted(index, "former");

        state.clearExpired();
        state.forgetAllCommitted();

        assertThat(state.hasExpired()).isFalse();
        assertThat(state.hasChanges()).isFalse();
        assertThat(state.isChanged(index)).isFalse();
    }

    @Test
    void ofAFarAttributeLetNoNearOneBeWrittenStraight() {
        state.store(0, 1);
        state.keepCommitted(0, 1);
        state.store(32, 1);
        state.touch();
        state.written(32);

        assertThat(state.isDirect(0, manager.enhancedType())).isFalse();
        state.written(0);

        assertThat(state.isDirect(0, manager.enhancedType())).isTrue();
        assertThat(state.isDirect(32, manager.enhancedType())).isFalse();
    }
}
