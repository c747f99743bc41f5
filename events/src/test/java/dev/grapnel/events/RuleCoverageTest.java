package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every rule of the specification is tested here or stands in {@code rules-elsewhere.txt}. */
class RuleCoverageTest {
    private static final int RULES = 36;

    @Test
    void everyRuleIsTaggedHereOrListedAsTestedElsewhere() throws Exception {
        Set<String> covered = new TreeSet<>(tagged());
        covered.addAll(listed());

        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, RULES)
                        .mapToObj(number -> "E-" + number)
                        .toList());
    }

    private static Set<String> listed() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                RuleCoverageTest.class.getResourceAsStream("/rules-elsewhere.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("E-"))
                    .map(line -> line.split("\\s")[0])
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> tagged() throws Exception {
        Path classes = Path.of(RuleCoverageTest.class
                        .getResource("RuleCoverageTest.class")
                        .toURI())
                .getParent();
        Set<String> tags = new TreeSet<>();
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && name.contains("Test")) {
                    addTags(Class.forName("dev.grapnel.events." + name.replace(".class", "")), tags);
                }
            }
        }
        return tags;
    }

    private static void addTags(Class<?> type, Set<String> tags) {
        for (Tag tag : type.getAnnotationsByType(Tag.class)) {
            tags.add(tag.value());
        }
        for (var method : type.getDeclaredMethods()) {
            for (Tag tag : method.getAnnotationsByType(Tag.class)) {
                tags.add(tag.value());
            }
        }
    }
}
