package dev.grapnel.core.session.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.state.InstanceState;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The modified objects of a session")
class ModifiedStatesTest {
    private static final int COUNT = 60;

    private final ModifiedStates modified = new ModifiedStates();
    private final Things things = new Things(COUNT);

    @AfterEach
    void release() {
        things.close();
    }

    private InstanceState state(int at) {
        return things.state(at);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void areAsASetInTheOrderOfAdding(long seed) {
        Random random = new Random(seed);
        Set<InstanceState> model = new LinkedHashSet<>();
        for (int step = 0; step < 5_000; step++) {
            InstanceState state = state(random.nextInt(COUNT));
            if (random.nextInt(400) == 0) {
                model.clear();
                modified.clear();
            } else if (random.nextInt(5) < 2) {
                model.remove(state);
                modified.remove(state);
            } else {
                model.add(state);
                modified.add(state);
            }
            assertThat(modified.isEmpty()).as("seed %s, step %s", seed, step).isEqualTo(model.isEmpty());
            assertThat(modified.all()).as("seed %s, step %s", seed, step).containsExactlyElementsOf(model);
        }
    }

    @Test
    void haveNoPlaceWhenTheyHaveLeft() {
        modified.add(state(0));
        modified.add(state(1));
        modified.remove(state(0));
        modified.clear();

        assertThat(state(0).modifiedPlace()).isZero();
        assertThat(state(1).modifiedPlace()).isZero();
    }

    @Test
    void ofTwoSessionsAreToldApart() {
        ModifiedStates other = new ModifiedStates();
        modified.add(state(0));
        other.add(state(1));

        other.remove(state(0));

        assertThat(modified.all()).containsExactly(state(0));
        assertThat(other.all()).containsExactly(state(1));
    }
}
