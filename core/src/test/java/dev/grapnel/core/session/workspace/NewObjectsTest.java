package dev.grapnel.core.session.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.Thing;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The new objects of a session")
class NewObjectsTest {
    private static final int COUNT = 40;

    private final NewObjects all = new NewObjects();
    private final List<Thing> things = new ArrayList<>();
    private ClassManager manager;

    @BeforeEach
    void addSome() {
        manager = Thing.manage();
        for (int at = 0; at < COUNT; at++) {
            Thing thing = new Thing("t" + at);
            things.add(thing);
            all.add(state(at), thing);
        }
    }

    @AfterEach
    void release() {
        manager.release();
    }

    private InstanceState state(int at) {
        return ClassManager.requireState(things.get(at));
    }

    @Test
    void standInTheOrderOfAdding() {
        assertThat(all.objects()).containsExactlyElementsOf(things);
        assertThat(state(2).insertOrder()).isEqualTo(3);
    }

    @Test
    void areThereOnceHoweverOftenTheyAreAdded() {
        all.add(state(0), things.get(0));

        assertThat(all.states()).hasSize(COUNT);
    }

    @Test
    void leaveOneByOne() {
        assertThat(all.remove(state(1))).isTrue();

        assertThat(all.remove(state(1))).isFalse();
        assertThat(all.contains(state(1))).isFalse();
        assertThat(all.states()).hasSize(COUNT - 1).startsWith(state(0), state(2));
    }

    @Test
    void goOnCountingWhenAllHaveLeft() {
        things.forEach(thing -> all.remove(ClassManager.requireState(thing)));
        assertThat(all.isEmpty()).isTrue();

        all.add(state(1), things.get(1));

        assertThat(state(1).insertOrder()).isEqualTo(COUNT + 1);
        assertThat(all.states()).containsExactly(state(1));
    }

    @Test
    void areNotThoseOfAnotherSession() {
        NewObjects others = new NewObjects();
        Thing stranger = new Thing("stranger");
        others.add(ClassManager.requireState(stranger), stranger);

        assertThat(all.contains(ClassManager.requireState(stranger))).isFalse();
    }
}
