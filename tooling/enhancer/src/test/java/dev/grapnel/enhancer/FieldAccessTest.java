package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Recorder;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FreshRecorder.class)
class FieldAccessTest {

    /** Gives an object a state that intercepts, after it has been made without one. */
    private static Enhanced watched(Enhanced object) {
        object.$grapnel$state(new InstanceState());
        Recorder.calls.clear();
        return object;
    }

    @Nested
    class Writes {

        @Test
        void areReportedWithTheirValue() {
            Fixture shop = Fixture.enhanced("@Entity class Order { String name; void rename(String n) { name = n; } }");
            Enhanced order = watched(shop.createEnhanced("Order"));

            Fixture.call(order, "rename", "late");

            assertThat(Recorder.calls).containsExactly("write name=late");
        }

        @Test
        void goStraightToTheFieldWhenTheStateSaysSo() {
            Fixture shop = Fixture.enhanced("@Entity class Order { String name; void rename(String n) { name = n; } }");
            Enhanced order = watched(shop.createEnhanced("Order"));
            order.$grapnel$state().direct();

            Fixture.call(order, "rename", "late");

            assertThat(Recorder.calls).isEmpty();
            assertThat(order.$grapnel$get(0)).isEqualTo("late");
        }

        @Test
        void ofAPlainObjectAreNotReported() {
            Fixture shop = Fixture.enhanced("@Entity class Order { String name; void rename(String n) { name = n; } }");
            Enhanced order = shop.createEnhanced("Order");
            Recorder.calls.clear();

            Fixture.call(order, "rename", "late");

            assertThat(Recorder.calls).isEmpty();
            assertThat(order.$grapnel$get(0)).isEqualTo("late");
        }

        @ParameterizedTest
        @CsvSource({
            "boolean, true, true",
            "byte, (byte) 7, 7",
            "short, (short) 300, 300",
            "char, 'x', x",
            "int, 70000, 70000",
            "long, 1L << 40, 1099511627776",
            "float, 1.5f, 1.5",
            "double, 2.5, 2.5",
            "String, \"s\", s"
        })
        void ofEveryTypeArrive(String type, String literal, String printed) {
            String value = literal.equals("x") ? "'x'" : literal;
            Fixture shop = Fixture.enhanced("@Entity class Order { int before; " + type + " field; int after;"
                    + " void write() { field = " + value + "; } Object read() { return field; } }");
            Enhanced order = watched(shop.createEnhanced("Order"));

            Fixture.call(order, "write");

            assertThat(Recorder.calls).containsExactly("write field=" + printed);
            assertThat(Fixture.call(order, "read")).hasToString(printed);
        }

        @Test
        void inCompoundAssignmentsReadAndWrite() {
            Fixture shop = Fixture.enhanced("""
                    @Entity class Order {
                      int count; long total; String name = "a"; byte small;
                      long change() { this.count += 2; count++; ++count; total -= count--; name += "b"; small |= 3; return total++; }
                    }
                    """);
            Enhanced order = watched(shop.createEnhanced("Order"));

            assertThat(Fixture.call(order, "change")).isEqualTo(-4L);

            assertThat(Recorder.calls)
                    .containsExactly(
                            "write count=2",
                            "write count=3",
                            "write count=4",
                            "write count=3",
                            "write total=-4",
                            "write name=ab",
                            "write small=3",
                            "write total=-3");
        }

        @Test
        void ofArrayElementsAreReadsOfTheArray() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order { int[] days = new int[3]; long[][] grid = {{1}};"
                            + " long change() { days[1] = 5; days[2] += 2; days[2]++; grid[0][0]++; return days[2] + grid[0][0]; } }");
            Enhanced order = watched(shop.createEnhanced("Order"));

            assertThat(Fixture.call(order, "change")).isEqualTo(5L);

            assertThat(Recorder.calls).isEmpty();
        }
    }

    @Nested
    class Reads {

        @Test
        void ofAnAbsentFieldAskTheRuntime() {
            Fixture shop = Fixture.enhanced("@Entity class Order { String name; String read() { return name; } }");
            Enhanced order = watched(shop.createEnhanced("Order"));
            order.$grapnel$state().absent(0, "loaded");

            assertThat(Fixture.call(order, "read")).isEqualTo("loaded");
            assertThat(Recorder.calls).containsExactly("read name");
        }

        @ParameterizedTest
        @ValueSource(strings = {"boolean", "byte", "short", "char", "int", "long", "float", "double"})
        void ofAnAbsentPrimitiveGiveItsZeroForNull(String type) {
            Fixture shop =
                    Fixture.enhanced("@Entity class Order { " + type + " field; boolean isZero() { return field == ("
                            + (type.equals("boolean") ? "false" : "0") + "); } }");
            Enhanced order = watched(shop.createEnhanced("Order"));
            order.$grapnel$state().absent(0, null);

            assertThat(Fixture.call(order, "isZero")).isEqualTo(true);
            assertThat(Recorder.calls).containsExactly("read field");
        }

        @ParameterizedTest
        @CsvSource({"boolean", "byte", "short", "char", "int", "long", "float", "double", "int[]", "String[][]"})
        void ofAnAbsentFieldGiveTheLoadedValueInItsType(String type) {
            Fixture shop = Fixture.enhanced("@Entity class Order { " + type + " other; " + type + " field; "
                    + "Object read() { " + type + " value = field; return value; } }");
            Enhanced order = watched(shop.createEnhanced("Order"));
            Object loaded = valueOf(type);
            order.$grapnel$state().absent(1, loaded);

            assertThat(Fixture.call(order, "read")).isEqualTo(loaded);
        }

        private Object valueOf(String type) {
            return Map.<String, Object>of(
                            "boolean",
                            true,
                            "byte",
                            (byte) 1,
                            "short",
                            (short) 2,
                            "char",
                            'c',
                            "int",
                            4,
                            "long",
                            5L,
                            "float",
                            6f,
                            "double",
                            7d,
                            "int[]",
                            new int[] {1})
                    .getOrDefault(type, new String[0][]);
        }

        @Test
        void ofGenericFieldsKeepTheirTypes() {
            Fixture shop = Fixture.enhanced(
                    "@MappedSuperclass abstract class Base<K extends Comparable<K>> { K key; List<? super K> keys; }",
                    "@Entity class Order extends Base<String> { int length() { return key.length(); }"
                            + " void write() { key = \"abc\"; keys = new ArrayList<>(List.of(key)); } }");
            Enhanced order = watched(shop.createEnhanced("Order"));

            Fixture.call(order, "write");

            assertThat(Fixture.call(order, "length")).isEqualTo(3);
            assertThat(Recorder.calls).containsExactly("write key=abc", "write keys=[abc]");
        }
    }

    @Nested
    class CodeThatIsIntercepted {

        private static final String ORDER_WITH_NESTED_CLASSES = """
                @Entity class Order {
                  private int total;
                  int byLambda() { IntSupplier s = () -> total; return s.getAsInt(); }
                  int byMethodReference() { IntSupplier s = this::own; return s.getAsInt(); }
                  private int own() { return total; }
                  int byAnonymousClass() { return new Object() { int get() { return total; } }.get(); }
                  int byLocalClass() { class Reader { int get() { return total; } } return new Reader().get(); }
                  int byInnerClass() { return new Inner().get(); }
                  int byStaticNestedClass() { return Nested.get(this); }
                  int byNestedRecord() { return new View(this).get(); }
                  int byDefaultMethod() { return new Defaults() {}.get(this); }
                  class Inner { int get() { return total; } }
                  static class Nested { static int get(Order order) { return order.total; } }
                  record View(Order order) { int get() { return order.total; } }
                  interface Defaults { default int get(Order order) { return order.total; } }
                }
                """;

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "byLambda",
                    "byMethodReference",
                    "byAnonymousClass",
                    "byLocalClass",
                    "byInnerClass",
                    "byStaticNestedClass",
                    "byNestedRecord",
                    "byDefaultMethod"
                })
        void readsPrivateFieldsWithinTheNest(String method) {
            Fixture shop = Fixture.enhanced(ORDER_WITH_NESTED_CLASSES);
            Enhanced order = watched(shop.createEnhanced("Order"));
            order.$grapnel$state().absent(0, 42);

            assertThat(Fixture.call(order, method)).isEqualTo(42);
            assertThat(Recorder.calls).containsExactly("read total");
        }

        @ParameterizedTest
        @ValueSource(strings = {"byLambda", "byAnonymousClass", "byLocalClass", "byInnerClass", "byStaticNestedClass"})
        void readsPrivateFieldsThroughTheAccessorsOfJava8(String method) {
            String source = ORDER_WITH_NESTED_CLASSES.replaceAll(".*(record|NestedRecord|Default).*\n", "");
            Fixture shop = Fixture.enhanced(Compilation.compile(8, source));
            Enhanced order = watched(shop.createEnhanced("Order"));
            order.$grapnel$state().absent(0, 42);

            assertThat(Fixture.call(order, method)).isEqualTo(42);
            assertThat(Recorder.calls).containsExactly("read total");
        }

        @Test
        void liesInOtherClassesOfThePackagesInScope() {
            Fixture shop = Fixture.enhanced(
                    "@Entity public class Order { int total; public int shared; protected int kept; }",
                    "class Till { static void charge(Order order) { order.total = 1; order.kept++; } }",
                    "package shop.web; class Page { static void show(shop.Order order) { order.shared = 2; } }");
            Enhanced order = watched(shop.createEnhanced("Order"));

            Fixture.call(shop.type("Till"), "charge", order);
            Fixture.call(shop.type("web.Page"), "show", order);

            assertThat(Recorder.calls).containsExactly("write total=1", "write kept=1", "write shared=2");
        }

        @Test
        void namesFieldsThroughASubclass() {
            Fixture shop = Fixture.enhanced(
                    "@MappedSuperclass abstract class Base { public int total; protected int kept; }",
                    "@Entity public class Order extends Base { void keep() { kept = 3; } }",
                    "package shop.web; class Page { static void show(shop.Order order) { order.total = 2; } }",
                    "package shop.web; @Entity class Web extends shop.Order { int keep2() { Runnable r = () -> kept = 4;"
                            + " r.run(); return kept; } }");
            Enhanced web = watched(shop.createEnhanced("web.Web"));

            Fixture.call(shop.type("web.Page"), "show", web);
            Fixture.call(web, "keep");

            assertThat(Fixture.call(web, "keep2")).isEqualTo(4);
            assertThat(Recorder.calls).containsExactly("write total=2", "write kept=3", "write kept=4");
        }

        @Test
        void choosesAmongHiddenFieldsAsTheCompilerDid() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order { String name; }",
                    "@Entity class Rush extends Order { String name;"
                            + " void write() { name = \"own\"; super.name = \"inherited\"; ((Order) this).name += \"!\"; } }");
            Enhanced rush = watched(shop.createEnhanced("Rush"));

            Fixture.call(rush, "write");

            assertThat(rush.$grapnel$get(0)).isEqualTo("inherited!");
            assertThat(rush.$grapnel$get(1)).isEqualTo("own");
        }
    }

    @Nested
    class FieldsLeftAlone {

        @Test
        void areStaticTransientAndSyntheticOnes() {
            Fixture shop = Fixture.enhanced("""
                    @Entity class Order {
                      static int made; transient int cached; @Transient int derived; int kept;
                      void write() { made = 1; cached = 2; derived = 3; kept = 4; }
                      @Entity class Line { int price; Object outer() { return Order.this; } }
                    }
                    """);
            Enhanced order = watched(shop.createEnhanced("Order"));

            Fixture.call(order, "write");

            assertThat(Recorder.calls).containsExactly("write kept=4");
            assertThat(shop.enhancedType("Order").names()).containsExactly("kept");
            assertThat(shop.enhancedType("Order$Line").names()).containsExactly("price");
            assertThat(Fixture.call(shop.create("Order$Line", order), "outer")).isSameAs(order);
        }

        @Test
        void keepTheirModifiers() throws Exception {
            Fixture shop = Fixture.enhanced("@Entity class Order { static final int A = 1; final transient int b = 2;"
                    + " private final int c = 3; volatile int d; }");
            Class<?> order = shop.type("Order");

            assertThat(order.getDeclaredField("A").toGenericString()).contains("static final");
            assertThat(order.getDeclaredField("b").toGenericString()).contains("final transient");
            assertThat(order.getDeclaredField("c").toGenericString()).isEqualTo("private int shop.Order.c");
            assertThat(order.getDeclaredField("d").toGenericString()).contains("volatile");
        }

        @Test
        void belongToRecordsEnumsAndInterfaces() {
            Map<String, byte[]> plain = Compilation.compile(
                    "@Embeddable record Money(long cents) {}",
                    "@Embeddable enum Kind { A; int i; }",
                    "interface Priced {}");

            assertThat(Fixture.fingerprints(Fixture.enhance(EnhancementScope.ofPackages("shop"), plain)))
                    .isEqualTo(Fixture.fingerprints(plain));
        }
    }

    @Test
    void moreFieldsThanFitIntoALongWork() {
        StringBuilder source = new StringBuilder("@Entity class Wide { void write() {");
        for (int i = 0; i < 140; i++) {
            source.append("field").append(i).append(" = ").append(i).append(";");
        }
        source.append("}");
        for (int i = 0; i < 140; i++) {
            source.append(i % 2 == 0 ? "int" : "Long")
                    .append(" field")
                    .append(i)
                    .append(";");
        }
        Fixture shop =
                Fixture.enhanced(source.append("}").toString().replaceAll("(field\\d*[13579]) = (\\d+)", "$1 = $2L"));
        Enhanced wide = watched(shop.createEnhanced("Wide"));

        Fixture.call(wide, "write");

        assertThat(Recorder.calls).hasSize(140).contains("write field139=139");
        assertThat(wide.$grapnel$getInt(138)).isEqualTo(138);
        assertThat(wide.$grapnel$get(139)).isEqualTo(139L);
    }
}
