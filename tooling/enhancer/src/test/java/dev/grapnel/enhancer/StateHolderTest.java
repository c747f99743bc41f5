package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Recorder;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that say themselves where the states of their objects live. */
@ExtendWith(FreshRecorder.class)
@DisplayName("A class that keeps states itself")
class StateHolderTest {

    private static final String IN_A_FIELD = "@Transient dev.grapnel.core.state.InstanceState own;"
            + " public dev.grapnel.core.state.InstanceState instanceState() { return own; }"
            + " public void instanceState(dev.grapnel.core.state.InstanceState given) { own = given; }";
    private static final String HOLDER =
            "@Entity class Order implements dev.grapnel.core.state.StateHolder { " + IN_A_FIELD;
    private static final String NAMED =
            " String name; String read() { return name; } void rename(String n) { name = n; } }";

    private static Enhanced watched(Fixture shop, String type) {
        Enhanced object = shop.createEnhanced(type);
        object.$grapnel$state(new InstanceState());
        Recorder.calls.clear();
        return object;
    }

    private static boolean hasSlot(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).map(Field::getName).anyMatch("$grapnel$state"::equals);
    }

    @Test
    void getsNoSlot() {
        Fixture shop = Fixture.enhanced(HOLDER + NAMED, "@Entity class Bill { int total; }");

        assertThat(hasSlot(shop.type("Order"))).isFalse();
        assertThat(hasSlot(shop.type("Bill"))).isTrue();
    }

    @Test
    void isGivenTheStateAndAskedForIt() {
        Fixture shop = Fixture.enhanced(HOLDER + NAMED);
        Enhanced order = shop.createEnhanced("Order");
        InstanceState state = new InstanceState();

        order.$grapnel$state(state);

        assertThat(order).hasFieldOrPropertyWithValue("own", state);
        assertThat(order.$grapnel$state()).isSameAs(state);
    }

    @Test
    void reportsReadsAndWritesByTheStateItHas() {
        Fixture shop = Fixture.enhanced(HOLDER + NAMED);
        Enhanced order = watched(shop, "Order");
        order.$grapnel$state().absent(0, "loaded");

        Fixture.call(order, "rename", "late");

        assertThat(Fixture.call(order, "read")).isEqualTo("loaded");
        assertThat(Recorder.calls).containsExactly("write name=late", "read name");
    }

    @Test
    void writesStraightToTheFieldWhenItsStateSaysSo() {
        Fixture shop = Fixture.enhanced(HOLDER + NAMED);
        Enhanced order = watched(shop, "Order");
        order.$grapnel$state().direct();

        Fixture.call(order, "rename", "late");

        assertThat(Recorder.calls).isEmpty();
        assertThat(order.$grapnel$get(0)).isEqualTo("late");
    }

    @Test
    void isPlainWhileItHasNoState() {
        Fixture shop = Fixture.enhanced(HOLDER + NAMED);
        Enhanced order = shop.createEnhanced("Order");
        Recorder.calls.clear();

        Fixture.call(order, "rename", "late");

        assertThat(Fixture.call(order, "read")).isEqualTo("late");
        assertThat(Recorder.calls).isEmpty();
    }

    @Test
    void keepsThemForItsSubclasses() {
        Fixture shop = Fixture.enhanced(
                HOLDER + NAMED,
                "class Plain extends Order {}",
                "@Entity class Rush extends Plain { int days; void hurry() { days = 1; } }");
        Enhanced rush = watched(shop, "Rush");

        Fixture.call(rush, "rename", "late");
        Fixture.call(rush, "hurry");

        assertThat(hasSlot(shop.type("Rush"))).isFalse();
        assertThat(Recorder.calls).containsExactly("write name=late", "write days=1");
    }

    @Test
    void reportsWritesInItsConstructorByTheStateItGotThere() {
        Recorder.stateOfNewObjects = InstanceState::new;
        Fixture shop = Fixture.enhanced(HOLDER + " int total = 3; int size; Order() { size = 4; } }");

        Enhanced order = shop.createEnhanced("Order");

        assertThat(Recorder.calls).containsExactly("begin Order", "initialize total=3", "initialize size=4");
        assertThat(order).extracting("own").isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Kept implements Holding { " + IN_A_FIELD + "}",
                "abstract class Kept implements Holding {}"
            })
    void mayHaveTheMethodsFromElsewhere(String superclass) {
        Fixture shop = Fixture.enhanced(
                "interface Holding extends dev.grapnel.core.state.StateHolder {}",
                superclass,
                "@Entity class Order extends Kept {" + (superclass.contains("own") ? "" : IN_A_FIELD) + NAMED);
        Enhanced order = watched(shop, "Order");

        Fixture.call(order, "rename", "late");

        assertThat(Recorder.calls).containsExactly("write name=late");
    }

    @Test
    void mayKeepThemByMethodsOfAnInterface() {
        Fixture shop = Fixture.enhanced(
                "interface Listed extends dev.grapnel.core.state.StateHolder {"
                        + " Map<Object, dev.grapnel.core.state.InstanceState> ALL = new IdentityHashMap<>();"
                        + " default dev.grapnel.core.state.InstanceState instanceState() { return ALL.get(this); }"
                        + " default void instanceState(dev.grapnel.core.state.InstanceState given) { ALL.put(this, given); } }",
                "@Entity class Order implements Listed {" + NAMED);
        Enhanced order = watched(shop, "Order");

        Fixture.call(order, "rename", "late");

        assertThat(Recorder.calls).containsExactly("write name=late");
    }

    @Test
    void hasToHeadItsHierarchy() {
        assertThatThrownBy(() -> Fixture.enhanced(
                        "@Entity class Bill { int total; }",
                        "@Entity class Order extends Bill implements dev.grapnel.core.state.StateHolder { " + IN_A_FIELD
                                + "}"))
                .isInstanceOf(EnhancementException.class)
                .hasMessage(
                        "Cannot enhance shop.Order: it implements StateHolder, but the state of its objects is in the slot of its"
                                + " superclass shop.Bill. Let the class that heads the hierarchy implement StateHolder, or none of them.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public S instanceState() { return own; } public void instanceState(S given) {}",
                "public S instanceState() { return null; } public void instanceState(S given) { own = given; }"
            })
    void mayNotKeepThemInAPersistentField(String methods) {
        String source = "@Entity class Order implements dev.grapnel.core.state.StateHolder { S own; " + methods + "}";

        assertThatThrownBy(() -> Fixture.enhanced(source.replace("S ", "dev.grapnel.core.state.InstanceState ")))
                .isInstanceOf(EnhancementException.class)
                .hasMessage(
                        "Cannot enhance shop.Order: its method instanceState(…) uses the persistent field 'own', and each use of that asks"
                                + " for the state again, without end. Annotate the field with @jakarta.persistence.Transient, or keep the state"
                                + " elsewhere.");
    }

    @Test
    void mayAskOtherEnhancedObjects() {
        Fixture shop = Fixture.enhanced(
                "@Entity class Place { dev.grapnel.core.state.InstanceState kept; }",
                "@Entity class Order implements dev.grapnel.core.state.StateHolder { @Transient Place place = new Place();"
                        + " public dev.grapnel.core.state.InstanceState instanceState() { return place == null ? null : place.kept; }"
                        + " public void instanceState(dev.grapnel.core.state.InstanceState given) { if (place != null) place.kept = given; }"
                        + NAMED);
        Enhanced order = watched(shop, "Order");

        Fixture.call(order, "rename", "late");

        assertThat(Recorder.calls).containsExactly("write name=late");
    }

    @Test
    void mayHaveOtherMethodsOfThatName() {
        Fixture shop = Fixture.enhanced(HOLDER + "String instanceState(int which) { return name + which; }" + NAMED);
        Enhanced order = watched(shop, "Order");
        order.$grapnel$state().absent(0, "loaded");

        assertThat(Recorder.calls).isEmpty();
        assertThat(Fixture.call(order, "read")).isEqualTo("loaded");
    }
}
