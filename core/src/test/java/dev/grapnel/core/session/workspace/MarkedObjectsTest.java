package dev.grapnel.core.session.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.state.InstanceState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The objects marked for delete")
class MarkedObjectsTest {
    private static final int COUNT = 100;

    private final MarkedObjects marked = new MarkedObjects();
    private final Things things = new Things(COUNT);

    @AfterEach
    void release() {
        things.close();
    }

    private InstanceState state(int at) {
        return things.state(at);
    }

    private void mark(int at) {
        marked.add(state(at), things.get(at));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void areAsAMapInTheOrderOfMarking(long seed) {
        Random random = new Random(seed);
        Map<InstanceState, Object> model = new LinkedHashMap<>();
        for (int step = 0; step < 5_000; step++) {
            int at = random.nextInt(COUNT);
            if (random.nextInt(400) == 0) {
                model.clear();
                marked.clear();
            } else if (random.nextInt(5) < 2) {
                model.remove(state(at));
                marked.remove(state(at));
            } else {
                model.putIfAbsent(state(at), things.get(at));
                mark(at);
            }
            assertThat(marked.contains(state(at)))
                    .as("seed %s, step %s", seed, step)
                    .isEqualTo(model.containsKey(state(at)));
            assertThat(marked.isEmpty()).as("seed %s, step %s", seed, step).isEqualTo(model.isEmpty());
            assertThat(marked.states()).as("seed %s, step %s", seed, step).containsExactlyElementsOf(model.keySet());
            assertThat(marked.objects()).as("seed %s, step %s", seed, step).containsExactlyElementsOf(model.values());
        }
    }

    @Test
    void haveNoPlaceWhenTheyHaveLeft() {
        mark(0);
        mark(1);
        marked.remove(state(0));
        marked.clear();

        assertThat(state(0).markedPlace()).isZero();
        assertThat(state(1).markedPlace()).isZero();
    }

    @Test
    void ofTwoSessionsAreToldApart() {
        MarkedObjects other = new MarkedObjects();
        mark(0);
        other.add(state(1), things.get(1));

        other.remove(state(0));

        assertThat(marked.contains(state(1))).isFalse();
        assertThat(marked.states()).containsExactly(state(0));
        assertThat(other.states()).containsExactly(state(1));
    }
}
