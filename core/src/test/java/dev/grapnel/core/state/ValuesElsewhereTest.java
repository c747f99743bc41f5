package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.ClassManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A value that the instrumentation keeps outside of its field")
class ValuesElsewhereTest {
    private ClassManager manager;
    private Boxed object;
    private InstanceState state;
    private int name;

    @BeforeEach
    void manage() {
        manager = ClassManager.manage(Boxed.class, null);
        name = manager.addScalar("name", "name").index();
        object = (Boxed) manager.newInstance();
        state = ClassManager.requireState(object);
    }

    @AfterEach
    void release() {
        manager.release();
    }

    @Test
    @Tag("N-18")
    void isStoredThereAndLeavesTheFieldEmpty() {
        state.store(name, "ed");

        assertThat(object.box).containsEntry("name", "ed");
        assertThat(((Enhanced) object).$grapnel$get(name)).isNull();
        assertThat(state.isAbsent(name)).isTrue();
    }

    @Test
    @Tag("N-18")
    void isInMemoryWhileItsNameIsThere() {
        assertThat(state.has(name)).isFalse();
        assertThat(state.value(name)).isEqualTo(Marker.NO_VALUE);

        object.box.put("name", "ed");
        assertThat(state.has(name)).isTrue();
        assertThat(state.value(name)).isEqualTo("ed");
    }

    @Test
    void mayBeNull() {
        state.store(name, null);

        assertThat(state.has(name)).isTrue();
        assertThat(state.value(name)).isNull();
    }

    @Test
    void isDroppedThere() {
        state.store(name, "ed");

        assertThat(state.drop(name)).isEqualTo("ed");

        assertThat(object.box).isEmpty();
        assertThat(state.drop(name)).isEqualTo(Marker.NO_VALUE);
    }

    @Test
    void isInTheFieldAllTheSameIfCodeSaysThatItIsThere() {
        ((Enhanced) object).$grapnel$put(name, "in field");
        state.markPresent(name);

        state.store(name, "ed");

        assertThat(((Enhanced) object).$grapnel$get(name)).isEqualTo("ed");
        assertThat(object.box).isEmpty();
    }
}
