package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Recorder;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(FreshRecorder.class)
class ClassVersionTest {

    private static final String ORDER = """
            @Entity class Order implements java.io.Serializable {
              private int total; private final String name; private long[] days = {1};
              Order(String n) { this(n, 1); }
              private Order(String n, int t) { name = n == null ? "none" : n; total = t; for (int i = 0; i < t; i++) days[0] += i; }
              Runnable later() { return new Runnable() { public void run() { Runnable r = () -> total += days.length; r.run(); } }; }
              static class Sub extends Order { Sub() { super(null); } }
            }
            """;

    static IntStream releases() {
        return IntStream.of(8, 9, 11, 16, 17, 21, 25)
                .filter(release -> release <= Runtime.version().feature());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void enhancesClassesOfEveryRelease(int release) {
        Fixture shop = Fixture.enhanced(Compilation.compile(release, ORDER));
        Recorder.stateOfNewObjects = InstanceState::new;

        Enhanced order = shop.createEnhanced("Order$Sub");
        ((Runnable) Fixture.call(order, "later")).run();

        assertThat(Recorder.calls)
                .startsWith("begin Sub")
                .contains("initialize name=none", "initialize total=1", "write total=2");
    }

    @Test
    void knowsTheNewestJavaThatRunsTheTests() {
        assertThat(releases().max().orElseThrow()).isGreaterThanOrEqualTo(17);
    }

    @Test
    void refusesEntitiesOlderThanJava8() {
        Map<String, byte[]> classes = Compilation.compile("@Entity class Order {}");
        classes.get("shop/Order")[7] = 51;

        assertThatThrownBy(() -> Fixture.enhanced(classes))
                .isInstanceOf(EnhancementException.class)
                .hasMessage(
                        "Cannot enhance shop.Order: its class file has version 51 (Java 7), and the oldest that can be"
                                + " enhanced is 52 (Java 8). Compile it with --release 8 or newer.");
    }

    @Test
    void refusesClassFilesThatNobodyKnowsYet() {
        Map<String, byte[]> classes = Compilation.compile("class Any {}");
        classes.get("shop/Any")[7] = 99;

        assertThatThrownBy(() -> Fixture.enhanced(classes))
                .isInstanceOf(EnhancementException.class)
                .hasMessageStartingWith(
                        "Cannot read a class file of version 99 (Java 55): it is newer than the Byte Buddy"
                                + " in use understands. Use a newer net.bytebuddy:byte-buddy");
    }
}
