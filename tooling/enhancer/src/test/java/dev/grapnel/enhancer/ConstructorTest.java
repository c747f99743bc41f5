package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Recorder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshRecorder.class)
class ConstructorTest {

    @Nested
    class Initialization {

        @Test
        void comesBeforeFieldInitializers() {
            Fixture shop =
                    Fixture.enhanced("@Entity class Cart { int count = 3; List<String> items = new ArrayList<>(); }");
            Recorder.stateOfNewObjects = InstanceState::new;

            Enhanced cart = shop.createEnhanced("Cart");

            assertThat(Recorder.calls).containsExactly("begin Cart", "initialize count=3", "initialize items=[]");
            assertThat(cart.$grapnel$getInt(0)).isEqualTo(3);
        }

        @Test
        void happensOnceInTheRootMostConstructor() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order { Order(String name) {} }",
                    "@Entity class Rush extends Order { Rush(int hours) { super(\"in \" + hours); } }",
                    "@Entity final class Express extends Rush { Express() { super(1); } }");
            Recorder.wantsInit = true;
            Recorder.wantsArguments = true;

            shop.create("Express");

            assertThat(Recorder.calls)
                    .containsExactly("leaf Express[]", "leaf Rush[1]", "begin Express", "init Order[in 1]");
        }

        @Test
        void happensOnceWhenAConstructorDelegates() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order { Order(String name) {} Order(int i) { this(\"\" + i); } Order() { this(4); } }",
                    "@Entity class Rush extends Order { Rush(String a, int b) { super(b); } Rush() { this(\"x\", 2); } }");
            Recorder.wantsInit = true;
            Recorder.wantsArguments = true;

            shop.create("Order");
            shop.create("Rush");

            assertThat(Recorder.calls)
                    .containsExactly("begin Order", "init Order[4]", "leaf Rush[x, 2]", "begin Rush", "init Order[2]");
        }

        @Test
        void replacesArgumentsOfEveryType() {
            Fixture shop = Fixture.enhanced("""
                    @Entity class All {
                      String seen;
                      All(long a, boolean b, byte c, double d, short e, char f, int g, float h, String i, int[] j, Object k, List<String> l) {
                        seen = a + "," + b + "," + c + "," + d + "," + e + "," + f + "," + g + "," + h + "," + i + "," + j[0] + "," + k + "," + l;
                      }
                    }
                    """);
            Recorder.wantsInit = true;
            Recorder.replacement = new Object[] {
                10L, true, (byte) 2, 3.5, (short) 4, 'z', 6, 7.5f, "new", new int[] {9}, "k", java.util.List.of("l")
            };

            Enhanced all = shop.createEnhanced(
                    "All", 1L, false, (byte) 0, 0d, (short) 0, 'a', 0, 0f, "old", new int[1], null, null);

            assertThat(all.$grapnel$get(0)).isEqualTo("10,true,2,3.5,4,z,6,7.5,new,9,k,[l]");
        }

        @Test
        void keepsArgumentsWhenNothingIsReplaced() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order { long a; Object b; Order(long a, Object b) { this.a = a; this.b = b; } }");
            Recorder.wantsInit = true;

            Enhanced order = shop.createEnhanced("Order", 5L, "b");

            assertThat(order.$grapnel$getLong(0)).isEqualTo(5);
            assertThat(order.$grapnel$get(1)).isEqualTo("b");
        }

        @Test
        void doesNotSeeArgumentsThatNobodyWants() {
            Fixture shop = Fixture.enhanced("@Entity class Order {}", "@Entity class Rush extends Order {}");

            shop.create("Rush");

            assertThat(Recorder.calls).containsExactly("begin Rush");
        }
    }

    @Nested
    class Writes {

        @Test
        void ofInheritedFieldsAreInitializationsToo() {
            Fixture shop = Fixture.enhanced(
                    "@MappedSuperclass abstract class Base { protected int a; }",
                    "@Entity class Order extends Base { final int b; Order() { a = 1; b = 2; } }");
            Recorder.stateOfNewObjects = InstanceState::new;

            shop.create("Order");

            assertThat(Recorder.calls).containsExactly("begin Order", "initialize a=1", "initialize b=2");
        }

        @Test
        void ofOtherClassesAreOrdinaryOnes() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Customer { int orders; }",
                    "@Entity class Order { Order(Customer customer) { customer.orders++; } }");
            Recorder.stateOfNewObjects = InstanceState::new;

            shop.create("Order", shop.create("Customer"));

            assertThat(Recorder.calls).containsExactly("begin Customer", "begin Order", "write orders=1");
        }

        @Test
        void beforeTheSuperCallReachOtherObjects() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Customer { int orders; }",
                    "@Entity class Order { Order(int i) {} }",
                    "@Entity class Rush extends Order { Rush(Customer customer) { super(customer.orders += 2); } }");
            Enhanced customer = shop.createEnhanced("Customer");
            customer.$grapnel$state(new InstanceState().absent(0, 40));
            Recorder.calls.clear();

            shop.create("Rush", customer);

            assertThat(Recorder.calls).containsExactly("read orders", "write orders=42", "begin Rush");
        }

        @Test
        @EnabledForJreRange(min = JRE.JAVA_25)
        void beforeTheSuperCallAreReportedAfterIt() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order { Order() { show(); } void show() {} }",
                    "@Entity class Rush extends Order { int hours; long cents; Rush(int h) { if (h < 0) throw new RuntimeException();"
                            + " hours = h; cents = 2; super(); } void show() { System.getProperty(\"\" + hours + \"x\"); } }");
            Recorder.stateOfNewObjects = InstanceState::new;

            Enhanced rush = shop.createEnhanced("Rush", 5);

            assertThat(Recorder.calls).containsExactly("begin Rush", "initialize hours=5", "initialize cents=2");
            assertThat(rush.$grapnel$getInt(0)).isEqualTo(5);
        }
    }

    @Nested
    class Failure {

        @Test
        void isReportedOnceThroughAHierarchy() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order { Order(String s) { if (s == null) throw new IllegalStateException(\"no name\"); } }",
                    "@Entity class Rush extends Order { Rush(String s) { super(s); } Rush() { this(null); } }");

            assertThatThrownBy(() -> shop.create("Rush")).hasMessage("no name");

            assertThat(Recorder.calls).containsExactly("begin Rush", "failed Order no name");
        }

        @Test
        void isReportedForTheClassWhoseBodyThrows() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order {}",
                    "@Entity class Rush extends Order { int a = Integer.parseInt(\"x\"); }",
                    "@Entity class Express extends Rush { Express() { throw new IllegalStateException(\"never\"); } }");

            assertThatThrownBy(() -> shop.create("Rush")).isInstanceOf(NumberFormatException.class);
            assertThat(Recorder.calls).hasSize(2).last().asString().startsWith("failed Rush For input string");
        }

        @Test
        void isReportedForTheBodyOfADelegatingConstructor() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order { Order(int i) {} Order() { this(1); throw new IllegalStateException(\"late\"); } }");

            assertThatThrownBy(() -> shop.create("Order")).hasMessage("late");

            assertThat(Recorder.calls).containsExactly("begin Order", "failed Order late");
        }

        @Test
        void isNotReportedWhenTheConstructorCatchesIt() {
            Fixture shop = Fixture.enhanced("""
                    @Entity class Order {
                      String state = "new";
                      Order(String number) {
                        try { Integer.parseInt(number); state = "good"; }
                        catch (NumberFormatException e) { state = "bad"; }
                        finally { state += "!"; }
                      }
                    }
                    """);

            assertThat(shop.createEnhanced("Order", "x").$grapnel$get(0)).isEqualTo("bad!");
            assertThat(shop.createEnhanced("Order", "1").$grapnel$get(0)).isEqualTo("good!");
            assertThat(Recorder.calls).containsExactly("begin Order", "begin Order");
        }

        @Test
        void ofAnArgumentBeforeTheSuperCallIsNobodys() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order { Order(int i) {} }",
                    "@Entity class Rush extends Order { Rush(String s) { super(Integer.parseInt(s)); } }");

            assertThatThrownBy(() -> shop.create("Rush", "x")).isInstanceOf(NumberFormatException.class);

            assertThat(Recorder.calls).isEmpty();
        }

        @Test
        void mayBeAnyThrowable() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order { Order() throws Exception { throw new Exception(\"checked\"); } }",
                    "@Entity class Rush { Rush() { throw new AssertionError(\"error\"); } }");

            assertThatThrownBy(() -> shop.create("Order")).hasMessage("checked");
            assertThatThrownBy(() -> shop.create("Rush")).hasMessage("error");

            assertThat(Recorder.calls)
                    .containsExactly("begin Order", "failed Order checked", "begin Rush", "failed Rush error");
        }
    }

    @Nested
    class CodeOfTheConstructor {

        @Test
        void mayChooseAmongNewObjectsAsArguments() {
            Fixture shop = Fixture.enhanced(
                    "class A { final Object o; A(Object o) { this.o = o; } public String toString() { return \"A\" + o; } }",
                    """
                    @Entity class Order {
                      Object it; Order self;
                      Order(Object it) { this.it = it; }
                      Order(boolean b, int k) { this(b ? new A(new Order(new A(1))) : new A(switch (k) { case 1 -> new A(2);
                          case 2 -> { try { yield Integer.parseInt("x"); } catch (NumberFormatException e) { yield new A("caught"); } }
                          default -> throw new IllegalStateException("none"); })); }
                      public String toString() { return "Order"; }
                    }
                    """,
                    "@Entity class Rush extends Order { Rush(int i) { super(i > 0 ? new A(new Rush(0)) : new A(i < 0 ? null : \"z\")); } public String toString() { return \"Rush\"; } }");

            assertThat(shop.create("Order", true, 0)).extracting("it").hasToString("AOrder");
            assertThat(shop.create("Order", false, 1)).extracting("it").hasToString("AA2");
            assertThat(shop.create("Order", false, 2)).extracting("it").hasToString("AAcaught");
            assertThat(shop.create("Rush", 1)).extracting("it").hasToString("ARush");
            assertThat(shop.create("Rush", 0)).extracting("it").hasToString("Az");
            assertThatThrownBy(() -> shop.create("Order", false, 3)).hasMessage("none");
        }

        @Test
        void mayLoopAndBranch() {
            Fixture shop = Fixture.enhanced("""
                    @Entity class Order {
                      long total; String text = "";
                      Order(int n, String... words) {
                        for (int i = 0; i < n; i++) { if (i % 2 == 0) continue; total += i; }
                        for (String word : words) { switch (word) { case "a": text += 1; break; case "b": text += 2; default: text += 3; } }
                        do { total--; } while (total > 10);
                        label: while (true) { synchronized (this) { if (total > 0) break label; return; } }
                      }
                    }
                    """);

            Enhanced order = shop.createEnhanced("Order", 8, new String[] {"a", "b", "c"});

            assertThat(order.$grapnel$getLong(0)).isEqualTo(10);
            assertThat(order.$grapnel$get(1)).isEqualTo("1233");
        }

        @Test
        void mayCaptureTheObjectInLambdas() {
            Fixture shop = Fixture.enhanced(
                    "@Entity class Order { int total; final Runnable add; Supplier<Order> me = () -> this;"
                            + " Order(int step) { add = () -> total += step; add.run(); } }");
            Recorder.stateOfNewObjects = InstanceState::new;

            Enhanced order = shop.createEnhanced("Order", 3);

            assertThat(order.$grapnel$getInt(0)).isEqualTo(3);
            assertThat(((java.util.function.Supplier<?>) order.$grapnel$get(2)).get())
                    .isSameAs(order);
        }

        @Test
        void mayHaveArgumentsThatItOverwrites() {
            Fixture shop = Fixture.enhanced(
                    "class Base { Base(Object o) {} }",
                    "@Entity class Order extends Base { String s; Order(String a, long b) { super(a = a + b); b++; s = a + b; } }");

            assertThat(shop.createEnhanced("Order", "x", 1L).$grapnel$get(0)).isEqualTo("x12");
        }
    }
}
