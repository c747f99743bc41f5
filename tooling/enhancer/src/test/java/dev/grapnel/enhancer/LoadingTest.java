package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.LoadMarker;
import dev.grapnel.core.state.Recorder;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FreshRecorder.class)
class LoadingTest {

    private static Enhanced load(Fixture shop, String simpleName) throws ReflectiveOperationException {
        Recorder.calls.clear();
        Constructor<?> constructor = shop.type(simpleName).getDeclaredConstructor(LoadMarker.class);
        constructor.setAccessible(true);
        return (Enhanced) constructor.newInstance(LoadMarker.LOAD);
    }

    @Test
    void runsNoCodeOfEnhancedClasses() throws Exception {
        Fixture shop = Fixture.enhanced(
                "@MappedSuperclass abstract class Base { int a = 1; Base(int i) { throw new IllegalStateException(); } }",
                "class Between extends Base { int b = 2; Between() { super(1); } }",
                "@Entity final class Order extends Between { final int c = Integer.parseInt(\"3\"); }");

        Enhanced order = load(shop, "Order");

        assertThat(Recorder.calls).isEmpty();
        assertThat(List.of(order.$grapnel$getInt(0), order.$grapnel$getInt(1), order.$grapnel$getInt(2)))
                .containsExactly(0, 0, 0);
    }

    @Test
    void makesFurtherObjectsFromOne() throws Exception {
        Fixture shop = Fixture.enhanced("@Entity class Order {}", "@Entity class Rush extends Order {}");
        Enhanced rush = load(shop, "Rush");

        assertThat(rush.$grapnel$newInstance(LoadMarker.LOAD)).isNotSameAs(rush).hasSameClassAs(rush);
        assertThat(rush.$grapnel$type()).isSameAs(shop.enhancedType("Rush"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "protected", ""})
    void runsTheAccessibleConstructorOfASuperclassThatIsNotEnhanced(String visibility) throws Exception {
        Fixture shop = Fixture.enhanced(
                "class Plain { int set; " + visibility + " Plain() { set = 5; } Plain(int i) {} }",
                "@Entity class Order extends Plain { Order(int i) { super(i); } }");

        assertThat(load(shop, "Order")).extracting("set").isEqualTo(5);
        assertThat(shop.enhancedType("Order").obstacle()).isNull();
    }

    @Test
    void runsThePrivateConstructorOfANestMate() throws Exception {
        Fixture shop = Fixture.enhanced("class Shop { static class Plain { int set; private Plain() { set = 5; } }"
                + " @Entity static class Order extends Plain { } }");

        assertThat(load(shop, "Shop$Order")).extracting("set").isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class Plain { public Plain(int i) {} protected Plain(String s) {} }",
                "public class Plain { Plain() {} public Plain(String s) {} }",
                "public class Plain { private Plain() {} public Plain(String s) {} }"
            })
    void isNotPossibleWithoutAnAccessibleConstructor(String superclass) {
        Fixture shop = Fixture.enhanced(
                "package shop.base; " + superclass,
                "@Entity class Order extends shop.base.Plain { Order() { super(\"\"); } }",
                "@Entity class Rush extends Order { }");

        assertThat(shop.enhancedType("Order").obstacle()).isEqualTo("shop.base.Plain");
        assertThat(shop.enhancedType("Rush").obstacle()).isEqualTo("shop.base.Plain");
        assertThatThrownBy(() -> load(shop, "Order")).isInstanceOf(NoSuchMethodException.class);
        assertThat(shop.create("Rush")).isNotNull();
    }

    @Test
    void isNotPossibleOverAClassOutOfScopeThatRunsEnhancedConstructors() {
        Map<String, byte[]> classes = Compilation.compile(
                "@Entity public class Order { int a = 1; public Order() {} }",
                "package other; public class Between extends shop.Order { }",
                "@Entity class Rush extends other.Between { int b; }");
        Fixture shop = Fixture.enhanced(EnhancementScope.ofPackages("shop"), classes);

        assertThat(shop.enhancedType("Rush").obstacle()).isEqualTo("other.Between");
        assertThat(shop.enhancedType("Rush").parent()).isSameAs(shop.enhancedType("Order"));
        assertThat(shop.createEnhanced("Rush").$grapnel$getInt(0)).isEqualTo(1);
    }

    @Test
    void isNotOfferedByAbstractClasses() {
        Fixture shop = Fixture.enhanced("@Entity abstract class Order { }");

        assertThat(Arrays.stream(shop.type("Order").getDeclaredMethods()).map(each -> each.getName()))
                .doesNotContain("$grapnel$newInstance")
                .contains("$grapnel$get");
    }

    @Test
    void putsTypesInOrderOfTheHierarchy() {
        Fixture shop = Fixture.enhanced(
                "@MappedSuperclass class Base { int a; int b; }",
                "class Unmapped extends Base { int c; }",
                "@Entity class Order extends Unmapped { int a; }");

        assertThat(shop.enhancedType("Order").base()).isEqualTo(3);
        assertThat(shop.enhancedType("Order").parent()).isSameAs(shop.enhancedType("Unmapped"));
        assertThat(shop.enhancedType("Unmapped").parent().names()).containsExactly("a", "b");
        assertThat(shop.enhancedType("Base").parent()).isNull();
    }

    @Test
    void setsTypesBeforeAnyOtherStaticCode() {
        Fixture shop = Fixture.enhanced(
                "@Entity class Order { static final Order FIRST = new Order(); int a = 4;"
                        + " static { for (int i = 0; i < 2; i++) FIRST.a += i; } }",
                "@Entity class Parent { static Child child = new Child(); int a = 1; }",
                "@Entity class Child extends Parent { int b = 2; }");

        assertThat(shop.constant("Order", "FIRST")).extracting("a").isEqualTo(5);
        assertThat(shop.constant("Parent", "child")).extracting("b").isEqualTo(2);
    }

    @Test
    void addsOnlySyntheticMembersThatArePublicWhereTheContractSaysSo() {
        Fixture shop = Fixture.enhanced(
                "@Entity class Order { private int a; protected long b; String c; public int d; Order(int i) {} }");
        Class<?> order = shop.type("Order");

        assertThat(order.getDeclaredMethods()).allMatch(method -> method.isSynthetic());
        assertThat(order.getDeclaredMethods())
                .filteredOn(method -> method.getName().matches("\\$grapnel\\$(get|set|ini)\\$a"))
                .hasSize(3)
                .allMatch(method -> Modifier.isPrivate(method.getModifiers()));
        assertThat(order.getDeclaredMethods())
                .filteredOn(method -> method.getName().endsWith("$d")
                        && !method.getName().contains("$read")
                        && !method.getName().contains("$write"))
                .hasSize(3)
                .allMatch(method -> Modifier.isPublic(method.getModifiers()));
        assertThat(order.getDeclaredFields())
                .filteredOn(field -> field.getName().startsWith("$grapnel$"))
                .hasSize(3)
                .allMatch(field -> field.isSynthetic() && Modifier.isPublic(field.getModifiers()));
    }
}
