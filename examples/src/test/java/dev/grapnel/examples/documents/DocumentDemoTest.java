package dev.grapnel.examples.documents;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.grapnel.examples.demo.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentDemoTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private boolean passed;

    @BeforeAll
    void run() {
        MongoServer server = new MongoServer(new MemoryBackend());
        try {
            Screen screen = new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), false);
            passed = DocumentDemo.run(server.bindAndGetConnectionString(), screen);
        } finally {
            server.shutdownNow();
        }
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
    void itTellsTheHooksOfAFlushInOrder() {
        List<String> names =
                lines().stream().map(line -> line.strip().split(" +", 2)[0]).toList();

        assertThat(names)
                .containsSubsequence(
                        "before_flush",
                        "before_update",
                        "replace",
                        "after_update",
                        "before_delete",
                        "delete",
                        "after_delete",
                        "before_insert",
                        "insert",
                        "after_insert",
                        "after_flush");
    }
}
