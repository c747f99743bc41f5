package dev.grapnel.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts that newcomers copy from show code that is compiled and run. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/quickstart.md"})
    void theCodeIsThatOfTheExamples(String page) throws IOException {
        List<String> pieces = pieces(Files.readString(ROOT.resolve(page)));

        assertThat(pieces)
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(sources()).contains(piece));
    }

    @Test
    void everyExampleIsListed() throws IOException {
        String list = Files.readString(Path.of("README.md"));
        String script = Files.readString(Path.of("run"));

        assertThat(folders()).isNotEmpty().allSatisfy(name -> {
            assertThat(list).contains("`examples/run " + name + "`");
            assertThat(script).contains("[" + name + "]=" + name + ".");
        });
    }

    /** The paragraphs of the blocks of Java code, without indentation: parts between them may be left out on a page. */
    private static List<String> pieces(String page) {
        return JAVA.matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .flatMap(block -> Stream.of(block.split("\n\n", -1)))
                .map(ReadmeTest::flat)
                .toList();
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/grapnel/examples/first"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(flat(Files.readString(file))).append('\n');
            }
        }
        return all.toString();
    }

    private static String flat(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }

    private static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/dev/grapnel/examples"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
