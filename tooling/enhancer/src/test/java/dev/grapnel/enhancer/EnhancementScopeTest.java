package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.state.Enhanced;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnhancementScopeTest {

    @ParameterizedTest
    @CsvSource({
        "shop/Order, true",
        "shop/web/Page, true",
        "shop/Order$Line, true",
        "shopping/Cart, false",
        "other/Any, false",
        "legacy/Customer, true",
        "legacy/Neighbour, true",
        "legacy/deep/Other, false"
    })
    void coversPackagesWithSubPackagesAndTheNeighboursOfNamedClasses(String name, boolean covered) {
        EnhancementScope scope = EnhancementScope.ofPackages("shop").withClasses("legacy.Customer");

        assertThat(scope.contains(name)).isEqualTo(covered);
    }

    @Test
    void enhancesNamedClassesWithoutAnnotation() {
        Map<String, byte[]> classes = Compilation.compile(
                "class Customer { int orders; } @Entity class Other { } class Special extends Customer { }",
                "class Till { int count(Customer customer) { return customer.orders; } }");
        EnhancementScope scope = EnhancementScope.ofPackages().withClasses("shop.Customer");

        Fixture shop = Fixture.enhanced(scope, classes);

        assertThat(shop.type("Customer")).isAssignableTo(Enhanced.class);
        assertThat(shop.type("Special").getInterfaces()).containsExactly(Enhanced.class);
        assertThat(shop.type("Other").getInterfaces()).isEmpty();
        assertThat(shop.bytes("Till")).isNotEqualTo(classes.get("shop/Till"));
    }

    @ParameterizedTest
    @CsvSource({
        "interface Thing {}, an interface",
        "record Thing() {}, a record",
        "enum Thing {}, an enum",
        "@interface Thing {}, an annotation"
    })
    void refusesNamedTypesThatAreNoPlainClasses(String source, String kind) {
        Map<String, byte[]> classes = Compilation.compile(source);
        EnhancementScope scope = EnhancementScope.ofPackages().withClasses("shop.Thing");

        assertThatThrownBy(() -> Fixture.enhanced(scope, classes))
                .isInstanceOf(EnhancementException.class)
                .hasMessageStartingWith("Cannot enhance shop.Thing: it is named for enhancement but is " + kind
                        + ", and only classes can be enhanced.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "com/acme", "com.acme.*", "com..acme", "1st", "com.acme."})
    void refusesNamesThatNoPackageCanHave(String name) {
        assertThatThrownBy(() -> EnhancementScope.ofPackages(name))
                .isInstanceOf(EnhancementException.class)
                .hasMessageStartingWith(
                        "Cannot enhance the package '" + name + "': this is not the name of a package.");
    }

    @Test
    void readsTheArgumentsOfTheAgent() {
        assertThat(AgentArguments.parse("shop, billing.core ,classes=legacy.A,legacy.B$C,packages=more"))
                .hasToString("billing.core, more, shop, legacy.A, legacy.B$C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "classes="})
    void refusesAgentArgumentsThatNameNothing(String arguments) {
        assertThatThrownBy(() -> AgentArguments.parse(arguments))
                .isInstanceOf(EnhancementException.class)
                .hasMessage(
                        "Cannot start the enhancer: no package is given, so it does not know which classes to enhance."
                                + " Name the packages of your entities, as in -javaagent:grapnel-enhancer-agent.jar=com.acme.orders.");
    }
}
