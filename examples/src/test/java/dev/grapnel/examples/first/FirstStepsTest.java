package dev.grapnel.examples.first;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstStepsTest {

    @Test
    void theNumberIsStoredWithoutPunctuationAsTheReadmeSays() throws IOException {
        List<String> printed = Output.of(() -> FirstSteps.main(new String[0]));

        assertThat(printed).containsExactly("inserting Ed", "committed", "Ed has the phone number +442079460018");
        assertThat(Files.readString(Path.of("../README.md"))).contains(String.join("\n", printed));
        assertThat(Files.readString(Path.of("../docs/quickstart.md"))).contains(String.join("\n", printed));
    }
}
