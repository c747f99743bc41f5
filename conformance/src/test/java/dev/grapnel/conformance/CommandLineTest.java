package dev.grapnel.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.conformance.compare.Tier;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command line")
class CommandLineTest {

    private static final String HERE = "pom.xml";

    @Test
    void meansSqliteAndTheFirstTierUnlessItSaysSo() {
        CommandLine line = CommandLine.parse(HERE);

        assertThat(line)
                .isEqualTo(new CommandLine(
                        false, "sqlite", Tier.BEHAVIOUR, false, false, java.util.List.of(Path.of(HERE))));
    }

    @Test
    void takesOptionsInAnyPlace() {
        CommandLine line = CommandLine.parse("--db", "h2", HERE, "--tier", "2", "--verbose");

        assertThat(line.database()).isEqualTo("h2");
        assertThat(line.tier()).isEqualTo(Tier.STATEMENTS);
        assertThat(line.verbose()).isTrue();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> CommandLine.parse("--fast", HERE)).hasMessageContaining("no option --fast");
        assertThatThrownBy(() -> CommandLine.parse("--tier", "3", HERE)).hasMessageContaining("no tier '3'");
        assertThatThrownBy(() -> CommandLine.parse("nowhere.json")).hasMessageContaining("no file or folder");
        assertThatThrownBy(() -> CommandLine.parse("--db")).hasMessageContaining("needs a value");
        assertThatThrownBy(CommandLine::parse).hasMessageContaining("No path");
    }
}
