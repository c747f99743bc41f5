package dev.grapnel.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.demo.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldDemoTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private boolean passed;

    @BeforeAll
    void run(@TempDir Path folder) throws SQLException {
        Screen screen = new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), false);
        passed = WorldDemo.run("jdbc:h2:file:" + folder.resolve("world"), screen);
    }

    private List<String> lines() {
        return shown.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void itsOwnChecksPass() {
        assertThat(passed).as(String.join("\n", lines())).isTrue();
        assertThat(lines().get(lines().size() - 1)).endsWith("checks passed");
    }

    @Test
    void itFitsInto80Columns() {
        assertThat(lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void itTellsTheEventsOfAFlushInOrder() {
        List<String> names =
                lines().stream().map(line -> line.strip().split(" +", 2)[0]).toList();

        assertThat(names)
                .containsSubsequence(
                        "before_commit",
                        "before_flush",
                        "before_insert",
                        "after_insert",
                        "before_delete",
                        "after_flush",
                        "pending_to_persistent",
                        "after_flush_postexec",
                        "after_commit");
    }
}
