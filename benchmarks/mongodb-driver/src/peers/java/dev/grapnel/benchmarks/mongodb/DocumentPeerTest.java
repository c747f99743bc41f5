package dev.grapnel.benchmarks.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.abort;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.grapnel.benchmarks.mongodb.ground.DocumentGround;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.contract.NotSupportedException;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.ground.Traffic;
import dev.grapnel.benchmarks.workloads.job.Attempt;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import java.util.List;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compiled into the module of each library for documents, whose contestant it finds beside the bare driver, and into that of the driver. */
final class DocumentPeerTest {
    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
    private static final Ground GROUND =
            new DocumentGround.Maker().open(DatabaseKind.MONGODB, SERVER.bindAndGetConnectionString(), Traffic.UNSEEN);

    /** More products than the server takes in one command, which is 1,000: the driver encodes the first one of the next command twice. */
    private static final Sizes SIZES = new Sizes(2_500, 10, 50, 3, 4, 50, 20, 400);

    private static final Stage STAGE = new Stage(peers().get(0), GROUND, SIZES);

    @AfterAll
    static void close() {
        STAGE.close();
        GROUND.close();
        SERVER.shutdownNow();
    }

    /** The driver by itself, or the libraries beside it. */
    private static List<Contestant> peers() {
        List<Contestant> all = ServiceLoader.load(Contestant.class).stream()
                .map(Provider::get)
                .filter(contestant -> contestant.kinds().contains(DatabaseKind.MONGODB))
                .toList();
        return all.size() == 1
                ? all
                : all.stream()
                        .filter(contestant -> !contestant.name().equals("mongodb-driver"))
                        .toList();
    }

    @Test
    void thereIsOnePeer() {
        assertThat(peers()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void doesWhatIsAskedAgainAndAgain(Workload workload) throws Exception {
        for (int run = 0; run < 3; run++) {
            try (Attempt attempt = workload.prepare(STAGE)) {
                attempt.run();
                assertThatCode(attempt::check).doesNotThrowAnyException();
            } catch (NotSupportedException declined) {
                abort(declined.getMessage());
            }
        }
    }
}
