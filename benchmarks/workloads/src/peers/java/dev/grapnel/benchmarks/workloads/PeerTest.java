package dev.grapnel.benchmarks.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.contract.NotSupportedException;
import dev.grapnel.benchmarks.workloads.ground.RelationalGround;
import dev.grapnel.benchmarks.workloads.job.Attempt;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compiled into the module of each peer, whose contestant it finds beside JDBC. */
final class PeerTest {
    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();
    private static final Map<DatabaseKind, Stage> STAGES = new EnumMap<>(DatabaseKind.class);

    @AfterAll
    static void close() throws Exception {
        while (!OPEN.isEmpty()) {
            OPEN.pop().close();
        }
    }

    private static List<Contestant> peers() {
        return ServiceLoader.load(Contestant.class).stream()
                .map(Provider::get)
                .filter(contestant -> !contestant.name().equals("jdbc"))
                .toList();
    }

    private static Stage stage(DatabaseKind kind) throws Exception {
        Stage stage = STAGES.get(kind);
        if (stage == null) {
            RelationalGround ground = RelationalGround.open(kind, url(kind), source -> source);
            OPEN.push(ground);
            stage = new Stage(peers().get(0), ground, Sizes.SMALL);
            OPEN.push(stage);
            STAGES.put(kind, stage);
        }
        return stage;
    }

    private static String url(DatabaseKind kind) throws Exception {
        if (kind == DatabaseKind.H2) {
            return RelationalGround.H2_URL;
        }
        EmbeddedPostgres server = EmbeddedPostgres.start();
        OPEN.push(server);
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static void runTwice(DatabaseKind kind, Workload workload) throws Exception {
        for (int run = 0; run < 2; run++) {
            try (Attempt attempt = workload.prepare(stage(kind))) {
                attempt.run();
                assertThatCode(attempt::check).doesNotThrowAnyException();
            } catch (NotSupportedException declined) {
                abort(declined.getMessage());
            }
        }
    }

    @Test
    void thereIsOnePeer() {
        assertThat(peers()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void doesWhatIsAskedOnH2(Workload workload) throws Exception {
        runTwice(DatabaseKind.H2, workload);
    }

    @ParameterizedTest
    @EnumSource
    void doesWhatIsAskedOnPostgresql(Workload workload) throws Exception {
        runTwice(DatabaseKind.POSTGRESQL, workload);
    }
}
