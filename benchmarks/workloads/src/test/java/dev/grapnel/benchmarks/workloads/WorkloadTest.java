package dev.grapnel.benchmarks.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.ground.RelationalGround;
import dev.grapnel.benchmarks.workloads.job.Attempt;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.job.WrongResultException;
import dev.grapnel.benchmarks.workloads.measure.Contestants;
import dev.grapnel.benchmarks.workloads.measure.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WorkloadTest {
    private final Statements statements = new Statements();
    private final RelationalGround ground = RelationalGround.open(
            DatabaseKind.H2,
            "jdbc:h2:mem:workload-test;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DATABASE_TO_LOWER=TRUE",
            statements::around);
    private final Stage stage = new Stage(Contestants.named("jdbc"), ground, Sizes.SMALL);

    @AfterEach
    void close() {
        stage.close();
        ground.close();
    }

    @ParameterizedTest
    @EnumSource
    void jdbcPassesTheCheckAgainAndAgain(Workload workload) throws Exception {
        for (int run = 0; run < 3; run++) {
            try (Attempt attempt = workload.prepare(stage)) {
                attempt.run();
                attempt.check();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "W7")
    void whoDoesNothingIsFoundOut(Workload workload) throws Exception {
        try (Attempt attempt = workload.prepare(stage)) {
            assertThatThrownBy(attempt::check)
                    .isInstanceOf(WrongResultException.class)
                    .hasMessageStartingWith("The check of a workload failed, ")
                    .hasMessageContaining(": expected ");
        }
    }

    @Test
    void batchesCountOnceAndTheirRowsEach() throws Exception {
        try (Attempt attempt = Workload.W1.prepare(stage)) {
            statements.clear();
            attempt.run();
        }

        assertThat(statements.executions()).as("keys, and one batch").isEqualTo(2);
        assertThat(statements.batches()).isEqualTo(1);
        assertThat(statements.parameterSets()).isEqualTo(1 + Sizes.SMALL.products());
    }

    @Test
    void nobodyHasAnUnknownName() {
        assertThatThrownBy(() -> Contestants.named("nobody"))
                .hasMessageContaining("No contestant on the class path has the name nobody")
                .hasMessageContaining("jdbc");
    }
}
