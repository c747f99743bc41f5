package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.ClassManager;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of insertion is given up together with the detail, so it tells from outside whether that is there. */
@DisplayName("The detail of a state")
class StateDetailTest {
    private static final int ORDER = 3;

    private ClassManager manager;
    private Object object;
    private InstanceState state;

    @BeforeEach
    void manage() {
        manager = ClassManager.manage(Small.class, null);
        manager.addScalar("name", "name");
        manager.addScalar("count", "count");
        manager.addScalar("elsewhere", "elsewhere");
        object = manager.newInstance();
        state = ClassManager.requireState(object);
        state.insertOrder(ORDER);
    }

    @AfterEach
    void release() {
        manager.release();
    }

    private void giveKey() {
        state.key(IdentityKey.of(Small.class, "ed", null));
    }

    static Stream<Arguments> contents() {
        return Stream.of(
                content("former value", state -> state.keepCommitted(0, "x"), state -> state.committed(0)),
                content(
                        "queue",
                        state -> state.makePending(1).add("x"),
                        state -> state.pending(1).added().get(0)),
                content("collection", state -> state.keepEmptyCollection(1, "x"), state -> state.emptyCollection(1)),
                content(
                        "parent",
                        state -> state.parent("x", null),
                        state -> state.parents().keySet().iterator().next()),
                content("loader", state -> state.loader(1, "x"), state -> state.loader(1)),
                content(
                        "arguments",
                        state -> state.constructionArguments(new Object[] {"x"}),
                        state -> state.constructionArguments()[0]),
                content(
                        "orphan",
                        state -> state.orphanedOutsideSession(true),
                        state -> state.isOrphanedOutsideSession() ? "x" : "-"));
    }

    private static Arguments content(String name, Consumer<InstanceState> set, Function<InstanceState, Object> get) {
        return Arguments.argumentSet(name, set, get);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void isKeptWhileSomethingIsInIt(Consumer<InstanceState> set, Function<InstanceState, Object> get) {
        giveKey();
        set.accept(state);

        state.clean();

        assertThat(get.apply(state)).isEqualTo("x");
        assertThat(state.insertOrder()).isEqualTo(ORDER);
    }

    @Test
    void isKeptForTheBitsOfFurtherAttributes() {
        int last = 0;
        for (int number = 0; number < 64; number++) {
            last = manager.addScalar("late" + number, "late").index();
        }
        giveKey();
        state.store(last, "x");

        state.clean();

        assertThat(state.value(last)).isEqualTo("x");
    }

    @Test
    void isGivenUpWithTheLastFormerValue() {
        giveKey();
        state.keepCommitted(0, "former");

        state.forgetAllCommitted();

        assertThat(state.insertOrder()).isZero();
    }

    @Test
    void isGivenUpWhenTheObjectIsClean() {
        giveKey();
        state.touch();

        state.clean();

        assertThat(state.insertOrder()).isZero();
    }

    @Test
    void isKeptWhileThereIsNoKey() {
        state.touch();

        state.clean();

        assertThat(state.insertOrder()).isEqualTo(ORDER);
    }

    @Test
    void leavesTheValuesWithoutAFieldWhenItGoes() {
        giveKey();
        state.store(2, "far");

        state.clean();

        assertThat(state.insertOrder()).isZero();
        assertThat(state.value(2)).isEqualTo("far");
    }

    @Test
    void takesOverTheValuesWithoutAFieldWhenItComes() {
        state.store(2, "far");

        state.keepCommitted(2, "near");

        assertThat(state.value(2)).isEqualTo("far");
    }

    @Test
    void isMadeForTheMarkOfAnOrphan() {
        giveKey();
        state.clean();
        state.orphanedOutsideSession(true);

        assertThat(state.isOrphanedOutsideSession()).isTrue();
    }

    @Test
    void comesAndGoesWithoutTheOriginAndTheValuesBesideIt() {
        giveKey();
        state.loadOrigin("path");
        state.store(2, "far");

        state.keepCommitted(2, "near");
        assertThat(state.loadOrigin()).isEqualTo("path");
        assertThat(state.value(2)).isEqualTo("far");

        state.forgetAllCommitted();
        assertThat(state.loadOrigin()).isEqualTo("path");
        assertThat(state.value(2)).isEqualTo("far");
    }
}
