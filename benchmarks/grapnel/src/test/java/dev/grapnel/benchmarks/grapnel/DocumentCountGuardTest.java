package dev.grapnel.benchmarks.grapnel;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.grapnel.benchmarks.mongodb.ground.DocumentGround;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.ground.Traffic;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Workload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the workloads over documents may cost at {@link Sizes#SMALL}, without a clock, as {@link CountGuardTest} has it for rows. What the bare driver allocates for the same work
 * stands beside it; what the server allocates is not in it.
 */
final class DocumentCountGuardTest {
    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
    private static final String URL = SERVER.bindAndGetConnectionString();

    @AfterAll
    static void stop() {
        SERVER.shutdownNow();
    }

    private static Ground open(Traffic traffic) {
        return new DocumentGround.Maker().open(DatabaseKind.MONGODB, URL, traffic);
    }

    /** Commands / of them such with several documents / documents, or 1. */
    @ParameterizedTest
    @CsvSource({
        "W1, 1 / 1 / 500",
        "W2, 1 / 1 / 50",
        "W3, 1 / 0 / 1",
        "W4, 1 / 1 / 50",
        "W5, 1 / 0 / 1",
        "W6, 50 / 0 / 50",
        "W7, 0 / 0 / 0",
        "W8, 1 / 1 / 50",
        "W9_INSERT, 1 / 1 / 500",
        "W9_INSERT_HOOKS, 1 / 1 / 500",
        "W9_CHANGE, 1 / 1 / 50",
        "W9_CHANGE_HOOKS, 1 / 1 / 50"
    })
    void sendsExactlyTheseCommands(Workload workload, String expected) throws Exception {
        assertThat(Guarded.sent(workload, DocumentCountGuardTest::open))
                .as(workload.name())
                .isEqualTo(expected);
    }

    /** In kilobytes, a fifth to a quarter above what it was, and that of the bare driver. */
    @ParameterizedTest
    @CsvSource({
        "W1, 1724, 1027",
        "W2, 890, 441",
        "W3, 874, 514",
        "W4, 206, 179",
        "W5, 900, 300",
        "W6, 1972, 1542",
        "W7, 8, 0",
        "W8, 137, 34",
        "W9_INSERT, 1998, 1111",
        "W9_INSERT_HOOKS, 2046, 1111",
        "W9_CHANGE, 227, 315",
        "W9_CHANGE_HOOKS, 231, 315"
    })
    void allocatesNoMoreThanThis(Workload workload, long kilobytes, long ofTheDriver) throws Exception {
        assertThat(Guarded.allocatedWhenWarm(workload, DocumentCountGuardTest::open))
                .as("kilobytes that %s allocates, where the driver by itself took %d", workload, ofTheDriver)
                .isLessThanOrEqualTo(kilobytes);
    }
}
