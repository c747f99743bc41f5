package dev.grapnel.events.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every piece of Java in the guide is a piece of the sources of this package, word by word but for the indentation. */
class GuideCodeTest {
    private static final Path GUIDE = Path.of("../docs/guide/events.md");
    private static final Path SOURCES = Path.of("src/test/java/dev/grapnel/events/guide");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void everySnippetIsCompiledHere() throws IOException {
        String sources = sources();
        List<String> snippets = JAVA.matcher(Files.readString(GUIDE))
                .results()
                .map(MatchResult::group)
                .map(snippet -> flat(snippet.replace("```java", "").replace("```", "")))
                .toList();

        assertThat(snippets)
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(sources).contains(snippet));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                all.append(flat(Files.readString(file))).append('\n');
            }
        }
        return all.toString();
    }

    private static String flat(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
