package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerializationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Order implements java.io.Serializable { private int a; transient String b; public static long c; private static int d; }",
                "public final class Order implements java.io.Serializable, Comparable<Order>, Cloneable { static { new Object(); }"
                        + " public int compareTo(Order o) { return 0; } protected synchronized void m(String[] s, int... i) {} private void n() {} }",
                "abstract class Order extends ArrayList<String> { Order(int i) {} private Order() {} volatile long v; abstract void z(); native int y(); strictfp double x() { return 0; } }",
                "class Order extends Exception { Runnable r = () -> {}; class Inner { int o = hidden(); } private int hidden() { return 1; } }",
                "class Order extends Base { public void readExternal(java.io.ObjectInput in) {} public void writeExternal(java.io.ObjectOutput out) {} public Order() {} } interface Marker extends java.io.Externalizable {} abstract class Base implements Marker { public Base() {} }"
            })
    void keepsTheSerialVersionOfAClass(String source) {
        Map<String, byte[]> plain = Compilation.compile("@Entity " + source);

        long before = serialVersion(Fixture.plain(plain));

        assertThat(serialVersion(Fixture.enhanced(plain))).isEqualTo(before);
        assertThat(before).isNotZero();
    }

    @Test
    void keepsTheSerialVersionOfNestedClasses() {
        Map<String, byte[]> plain = Compilation.compile(
                "class Order {"
                        + " @Entity private static class A implements java.io.Serializable { } @Entity protected class B implements java.io.Serializable { } }");

        for (String name : new String[] {"shop.Order$A", "shop.Order$B"}) {
            assertThat(serialVersion(Fixture.enhanced(plain), name))
                    .isEqualTo(serialVersion(Fixture.plain(plain), name));
        }
    }

    @Test
    void leavesADeclaredSerialVersionAlone() {
        Fixture shop = Fixture.enhanced(
                "@Entity class Order implements java.io.Serializable { private static final long serialVersionUID = 7; }");

        assertThat(serialVersion(shop)).isEqualTo(7);
    }

    @Test
    void addsNoSerialVersionToOtherClasses() {
        Fixture shop = Fixture.enhanced("@Entity class Order { }");

        assertThat(shop.type("Order").getDeclaredFields())
                .noneMatch(field -> field.getName().equals("serialVersionUID"));
    }

    @Test
    void objectsTravelBetweenPlainAndEnhancedClasses() throws Exception {
        Map<String, byte[]> plain = Compilation.compile(
                "@Entity public class Order implements java.io.Serializable { public String name = \"x\"; public Order() {} }");
        Object written = Fixture.plain(plain).create("Order");

        Object read = deserialize(serialize(written), Fixture.enhanced(plain));
        Object readBack = deserialize(serialize(read), Fixture.plain(plain));

        assertThat(read).extracting("name").isEqualTo("x");
        assertThat(readBack).extracting("name").isEqualTo("x");
    }

    private static long serialVersion(Fixture shop) {
        return serialVersion(shop, "shop.Order");
    }

    private static long serialVersion(Fixture shop, String name) {
        try {
            return ObjectStreamClass.lookup(shop.loadClass(name)).getSerialVersionUID();
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] serialize(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object deserialize(byte[] bytes, ClassLoader loader) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(java.io.ObjectStreamClass type) throws ClassNotFoundException {
                return Class.forName(type.getName(), false, loader);
            }
        }) {
            return in.readObject();
        }
    }
}
