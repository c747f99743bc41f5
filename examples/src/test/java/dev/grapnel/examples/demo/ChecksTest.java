package dev.grapnel.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.demo.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), false);

    @Test
    void passIfAllAreEqual() {
        Checks checks = new Checks();
        checks.equal("rows", 3L, 3L);

        assertThat(checks.show(screen, "Check")).isTrue();
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("1 checks passed");
    }

    @Test
    void failAndTellWhatDiffers() {
        Checks checks = new Checks();
        checks.equal("rows", 3L, 4L);

        assertThat(checks.show(screen, "Check")).isFalse();
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("DIFFERENT  rows: expected 3, found 4");
    }
}
