package dev.grapnel.examples.sharding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.examples.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardingExampleTest {

    @Test
    void shopsOfAllDatabasesAreInOneList() {
        List<String> lines = Output.of(() -> ShardingExample.main(new String[0]));

        assertThat(lines)
                .containsExactly(
                        "one of the best three: Kyoto",
                        "one of the best three: Lagos",
                        "one of the best three: Rome",
                        "shops: 4",
                        "shops updated by a statement for each database: 4",
                        "in Asia: Kyoto, Gion with 91");
    }
}
