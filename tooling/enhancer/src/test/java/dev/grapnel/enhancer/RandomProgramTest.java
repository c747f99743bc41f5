package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Recorder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Enhanced programs do what the plain ones do, whatever their shape. A failure names the seed that repeats it. */
@ExtendWith(FreshRecorder.class)
class RandomProgramTest {

    private static final int PROGRAMS = Boolean.getBoolean("grapnel.full") ? 800 : 30;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, PROGRAMS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void doesTheSameEnhancedOrNot(long seed) {
        String[] sources = new RandomProgram(seed).sources();
        Map<String, byte[]> plain = Compilation.compile(release(seed), sources);
        String expected = run(Fixture.plain(plain));

        assertThat(run(Fixture.enhanced(plain)))
                .as(() -> describe(seed, sources))
                .isEqualTo(expected);

        Recorder.wantsInit = true;
        Recorder.wantsArguments = true;
        Recorder.stateOfNewObjects = InstanceState::new;
        assertThat(run(Fixture.enhanced(plain)))
                .as(() -> describe(seed, sources))
                .isEqualTo(expected);
    }

    private static int release(long seed) {
        List<Integer> releases =
                IntStream.of(8, 11, 17, Runtime.version().feature()).boxed().toList();
        return releases.get((int) (seed % releases.size()));
    }

    private static String run(Fixture shop) {
        return (String) Fixture.call(shop.type("Driver"), "run");
    }

    private static String describe(long seed, String[] sources) {
        return "seed " + seed + ", release " + release(seed) + ":\n" + String.join("\n", sources);
    }
}
