package dev.grapnel.conformance.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Scenario files")
class ScenarioFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("a.json"), file("corner\", \"edge\": true, \"model\": \"shop"));
        Files.writeString(folder.resolve("b.json"), file("plain"));
        Files.writeString(folder.resolve("models.json"), "{}");
        Files.createDirectory(folder.resolve("odm"));
        Files.writeString(folder.resolve("odm/c.json"), file("document"));
    }

    private static String file(String name) {
        return "{\"format\": 1, \"area\": \"x\", \"scenarios\": [{\"name\": \"" + name + "\"}]}";
    }

    private List<String> names(Path... paths) {
        return ScenarioFiles.read(List.of(paths)).stream().map(Scenario::name).toList();
    }

    @Test
    void ofAFolderAreReadWithoutThoseInFoldersOfIt() {
        assertThat(names(folder)).containsExactlyInAnyOrder("plain", "corner");
    }

    @Test
    void putCornersLast() {
        assertThat(names(folder)).containsExactly("plain", "corner");
    }

    @Test
    void canBeNamedOneByOne() {
        assertThat(names(folder.resolve("b.json"))).containsExactly("plain");
    }

    @Test
    void areRefusedIfTheyHoldNoScenarios() {
        assertThatThrownBy(() -> names(folder.resolve("models.json")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("has no 'scenarios'");
    }

    @Test
    void haveDefaults() {
        Scenario scenario =
                ScenarioFiles.read(List.of(folder.resolve("b.json"))).get(0);

        assertThat(scenario.premapped()).isTrue();
        assertThat(scenario.options()).isEqualTo(new Scenario.SessionOptions(true, true, true));
        assertThat(scenario.listenToAll()).isFalse();
        assertThat(scenario.steps()).isEmpty();
    }
}
