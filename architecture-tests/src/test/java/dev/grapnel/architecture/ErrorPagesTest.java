package dev.grapnel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A message ends with a code, and whoever looks the code up has to find it. */
class ErrorPagesTest {

    private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^\\| \\[([A-Z_]+)]\\(#([a-z_]+)\\) \\|");

    private final List<String> codes =
            Arrays.stream(ErrorCode.values()).map(ErrorCode::name).toList();

    @Test
    void haveASectionForEachCodeAndNoOther() throws IOException {
        List<String> sections = SECTION.matcher(page())
                .results()
                .map((MatchResult section) -> section.group(1))
                .toList();

        assertThat(sections).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void listEachCodeWithALinkToItsSection() throws IOException {
        List<MatchResult> rows = TABLE_ROW.matcher(page()).results().toList();

        assertThat(rows).extracting(row -> row.group(1)).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(rows).allSatisfy(row -> assertThat(row.group(2)).isEqualToIgnoringCase(row.group(1)));
    }

    private static String page() throws IOException {
        return Files.readString(SourceTree.root().resolve("docs/errors.md"));
    }
}
