package dev.grapnel.enhancer;

import static dev.grapnel.enhancer.Fixture.fingerprints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelfCheckTest {

    @Test
    void enhancingTwiceChangesNothing() {
        Map<String, byte[]> classes = Compilation.compile(
                "@Entity class Order { int a; Runnable r = () -> a++; }",
                "@Entity class Rush extends Order { int b = a; }",
                "class Till { int sum(Rush rush) { return rush.a + rush.b; } }");
        EnhancementScope scope = EnhancementScope.ofPackages("shop");

        Map<String, byte[]> once = Fixture.enhance(scope, classes);

        assertThat(fingerprints(once)).isNotEqualTo(fingerprints(classes));
        assertThat(fingerprints(Fixture.enhance(scope, once))).isEqualTo(fingerprints(once));
    }

    @Test
    void theOrderOfClassesDoesNotMatter() {
        Map<String, byte[]> classes = Compilation.compile(
                "@MappedSuperclass abstract class Base { int a; }",
                "@Entity class Rush extends Base { int b; }",
                "@Entity class Express extends Rush { int c = a + b; }");
        EnhancementScope scope = EnhancementScope.ofPackages("shop");
        Map<String, byte[]> together = Fixture.enhance(scope, classes);

        Map<String, byte[]> mixed = new LinkedHashMap<>(together);
        mixed.put("shop/Express", classes.get("shop/Express"));
        mixed.put("shop/Base", classes.get("shop/Base"));

        assertThat(fingerprints(Fixture.enhance(scope, mixed))).isEqualTo(fingerprints(together));
    }

    @Test
    void aMissingSuperclassIsNamed() {
        Map<String, byte[]> classes =
                Compilation.compile("package lib; public class Gone {}", "@Entity class Order extends lib.Gone {}");
        classes.remove("lib/Gone");

        assertThatThrownBy(() -> Fixture.enhanced(classes))
                .isInstanceOf(EnhancementException.class)
                .hasMessageStartingWith(
                        "Cannot enhance shop.Order: the class file of its superclass lib.Gone is not found");
    }

    @Test
    void aDamagedClassFileIsNamed() {
        Map<String, byte[]> classes = Compilation.compile("@Entity class Order { int a = 1; }");
        byte[] bytes = classes.get("shop/Order");
        byte[] half = Arrays.copyOf(bytes, bytes.length - 60);
        classes.put("shop/Order", half);

        assertThatThrownBy(() -> Fixture.enhanced(classes))
                .isInstanceOf(EnhancementException.class)
                .hasMessageStartingWith("Cannot enhance shop.Order: java.lang.ArrayIndexOutOfBoundsException");
    }

    @Test
    void classesOutOfScopeStayAsTheyAre() {
        Map<String, byte[]> classes = Compilation.compile(
                "@Entity public class Order { public int a; }",
                "package other; @jakarta.persistence.Entity class Far { int b(shop.Order order) { return order.a; } }");

        Map<String, byte[]> enhanced = Fixture.enhance(EnhancementScope.ofPackages("shop"), classes);

        assertThat(enhanced.get("other/Far")).isSameAs(classes.get("other/Far"));
        assertThat(enhanced.get("shop/Order")).isNotSameAs(classes.get("shop/Order"));
    }
}
