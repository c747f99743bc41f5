package dev.grapnel.benchmarks.workloads.job;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import dev.grapnel.benchmarks.workloads.ground.Rows;
import java.util.function.LongSupplier;

/** Jobs that load everything. */
final class Loads {
    private Loads() {}

    private interface Load {
        LongSupplier run() throws Exception;
    }

    /** The sum is taken after the time. */
    private static final class Loading implements Attempt {
        private final Load load;
        private final long expected;
        private LongSupplier loaded = () -> 0;

        Loading(Load load, long expected) {
            this.load = load;
            this.expected = expected;
        }

        @Override
        public void run() throws Exception {
            loaded = load.run();
        }

        @Override
        public void check() {
            WrongResultException.unlessEqual("checksum of what was loaded", expected, loaded.getAsLong());
        }
    }

    static Attempt products(Stage stage) throws Exception {
        Trial trial = stage.trial(AuditMode.BY_HAND);
        stage.fill(Stage.Filling.PRODUCTS);
        return new Loading(trial::loadProducts, Rows.sumOfProducts(stage.products()));
    }

    static Attempt graphs(Stage stage) throws Exception {
        Trial trial = stage.trial(AuditMode.BY_HAND);
        stage.fill(Stage.Filling.GRAPHS);
        return new Loading(trial::loadGraphs, Rows.sumOfGraphs(stage.graphs()));
    }
}
