package dev.grapnel.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.Thing;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Numbers of results")
class LoadNumbersTest {
    private ClassManager manager;
    private Enhanced object;
    private InstanceState state;
    private LoadNumbers numbers;

    @BeforeEach
    void manage() {
        manager = Thing.manage();
        object = manager.newInstance();
        state = ClassManager.requireState(object);
        numbers = new LoadNumbers(() -> List.of(object), 2);
    }

    @AfterEach
    void release() {
        manager.release();
    }

    @Test
    void countUp() {
        assertThat(List.of(numbers.next(), numbers.next())).containsExactly(1, 2);
        assertThat(numbers.age()).isZero();
    }

    @Test
    void areForgottenByObjectsWhenTheyBeginAnew() {
        state.runId(numbers.next());
        numbers.next();

        assertThat(numbers.next()).isOne();

        assertThat(state.runId()).isZero();
        assertThat(numbers.age()).isOne();
    }
}
