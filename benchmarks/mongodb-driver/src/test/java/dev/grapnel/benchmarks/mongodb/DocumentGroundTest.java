package dev.grapnel.benchmarks.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.grapnel.benchmarks.mongodb.driver.DriverContestant;
import dev.grapnel.benchmarks.mongodb.ground.DocumentGround;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.ground.Rows;
import dev.grapnel.benchmarks.workloads.job.Attempt;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.job.WrongResultException;
import dev.grapnel.benchmarks.workloads.measure.Statements;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DocumentGroundTest {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final Statements commands = new Statements();
    private final Ground ground =
            new DocumentGround.Maker().open(DatabaseKind.MONGODB, server.bindAndGetConnectionString(), commands);
    private final Stage stage = new Stage(new DriverContestant(), ground, Sizes.SMALL);

    @AfterEach
    void close() {
        stage.close();
        ground.close();
        server.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"W7", "W13"})
    void whoDoesNothingIsFoundOut(Workload workload) throws Exception {
        try (Attempt attempt = workload.prepare(stage)) {
            assertThatThrownBy(attempt::check)
                    .isInstanceOf(WrongResultException.class)
                    .hasMessageContaining(": expected ");
        }
    }

    @Test
    void nestedDocumentsAreCountedAndAddedUpAsRowsAre() {
        ground.fillGraphs(Rows.graphs(2, 3, 4));

        assertThat(ground.contents("customer")).containsExactly(2L);
        assertThat(ground.contents("purchase")).containsExactly(6L);
        assertThat(ground.contents("purchase_line", "amount")).isEqualTo(List.of(24L, 96L));
    }

    @Test
    void nothingIsZeroAndNoSum() {
        assertThat(ground.contents("purchase_line", "amount")).isEqualTo(List.of(0L, 0L));
    }

    @Test
    void commandsCountOnceAndTheirDocumentsEach() throws Exception {
        try (Attempt attempt = Workload.W1.prepare(stage)) {
            commands.clear();
            attempt.run();
        }

        assertThat(commands.executions()).isEqualTo(1);
        assertThat(commands.batches()).isEqualTo(1);
        assertThat(commands.parameterSets()).isEqualTo(Sizes.SMALL.products());
    }

    @Test
    void theCheckIsNotCounted() throws Exception {
        try (Attempt attempt = Workload.W1.prepare(stage)) {
            attempt.run();
            commands.clear();
            attempt.check();
        }

        assertThat(commands.executions()).isZero();
    }
}
