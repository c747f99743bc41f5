package dev.grapnel.benchmarks.grapnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.ground.RelationalGround;
import dev.grapnel.benchmarks.workloads.ground.Traffic;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.testkit.TestDatabases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the workloads may cost at {@link Sizes#SMALL}, without a clock: statements exactly, allocation at most, a fifth to a quarter above what it was on JDK 17 and 25. A figure that
 * falls is good news: write the new one here. One that rises has to be explained, or repaired.
 */
final class CountGuardTest {
    /** Executions of statements / of them batches / sets of parameters. */
    @ParameterizedTest
    @CsvSource({
        "W1, 2 / 1 / 501, 2 / 0 / 2",
        "W2, 6 / 3 / 803, 6 / 0 / 6",
        "W3, 1 / 0 / 1, 1 / 0 / 1",
        "W4, 1 / 0 / 1, 1 / 0 / 1",
        "W5, 3 / 0 / 3, 3 / 0 / 3",
        "W6, 50 / 0 / 50, 50 / 0 / 50",
        "W7, 0 / 0 / 0, 0 / 0 / 0",
        "W8, 3 / 0 / 3, 3 / 0 / 3",
        "W9_INSERT, 2 / 1 / 501, 2 / 0 / 2",
        "W9_INSERT_HOOKS, 2 / 1 / 501, 2 / 0 / 2",
        "W9_CHANGE, 1 / 0 / 1, 1 / 0 / 1",
        "W9_CHANGE_HOOKS, 1 / 0 / 1, 1 / 0 / 1",
        "W13, 25 / 10 / 215, 25 / 0 / 25"
    })
    void sendsExactlyTheseStatements(Workload workload, String onH2, String onPostgres) throws Exception {
        assertThat(sent(DatabaseKind.H2, workload)).as("%s on H2", workload).isEqualTo(onH2);
        assertThat(sent(DatabaseKind.POSTGRESQL, workload))
                .as("%s on PostgreSQL", workload)
                .isEqualTo(onPostgres);
    }

    private static String sent(DatabaseKind kind, Workload workload) throws Exception {
        return Guarded.sent(workload, traffic -> open(kind, traffic));
    }

    private static Ground open(DatabaseKind kind, Traffic traffic) {
        String url = kind == DatabaseKind.POSTGRESQL
                ? TestDatabases.POSTGRESQL.newUrl()
                : TestDatabases.H2.newUrl() + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;DATABASE_TO_LOWER=TRUE";
        return RelationalGround.open(kind, url, traffic::around);
    }

    /** In kilobytes; that of H2, which works in the same thread, is in it. */
    @ParameterizedTest
    @CsvSource({
        "W1, 1915",
        "W2, 6750",
        "W3, 210",
        "W4, 395",
        "W5, 545",
        "W6, 385",
        "W7, 2",
        "W8, 4310",
        "W9_INSERT, 1975",
        "W9_INSERT_HOOKS, 2045",
        "W9_CHANGE, 415",
        "W9_CHANGE_HOOKS, 420",
        "W13, 2980"
    })
    void allocatesNoMoreThanThis(Workload workload, long kilobytes) throws Exception {
        assertThat(Guarded.allocatedWhenWarm(workload, traffic -> open(DatabaseKind.H2, traffic)))
                .as("kilobytes that %s allocates on H2", workload)
                .isLessThanOrEqualTo(kilobytes);
    }
}
