package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.state.Recorder;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshRecorder.class)
class CloneTest {

    private static final String COPYABLE = "implements Cloneable { int a = 3;"
            + " public Order clone() { try { return (Order) super.clone(); } catch (CloneNotSupportedException e) { return null; } } }";

    @Test
    void reportsTheCopyOfTheObject() throws Exception {
        Fixture shop = Fixture.enhanced("@Entity class Order " + COPYABLE);
        Object order = shop.create("Order");
        Recorder.calls.clear();

        Object copy = copy(order);

        assertThat(copy).isNotSameAs(order).hasFieldOrPropertyWithValue("a", 3);
        assertThat(Recorder.calls).containsExactly("cloned Order to Order");
    }

    @Test
    void reportsTheCopyThatAPlainSuperclassMade() throws Exception {
        Fixture shop = Fixture.enhanced(
                "class Order " + COPYABLE,
                "@Entity class Rush extends Order { public Rush clone() { return (Rush) super.clone(); } }");
        Object rush = shop.create("Rush");
        Recorder.calls.clear();

        copy(rush);

        assertThat(Recorder.calls).containsExactly("cloned Rush to Rush");
    }

    @Test
    void leavesCopiesOfOtherThingsAlone() {
        Fixture shop = Fixture.enhanced("@Entity class Order { int[] a = new int[] {1}.clone(); }");

        shop.create("Order");

        assertThat(Recorder.calls).noneMatch(call -> call.startsWith("cloned"));
    }

    private static Object copy(Object original) throws ReflectiveOperationException {
        Method clone = original.getClass().getDeclaredMethod("clone");
        clone.setAccessible(true);
        return clone.invoke(original);
    }
}
