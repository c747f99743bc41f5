package dev.grapnel.benchmarks.workloads.job;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import dev.grapnel.benchmarks.workloads.ground.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Short sessions, in one thread or in several that share the work. */
final class Finds implements Attempt {
    private final Trial trial;
    private final long expected;
    private final List<long[]> shares = new ArrayList<>();
    private final ExecutorService threads;
    private long found;

    private Finds(Stage stage, Trial trial, int count) {
        this.trial = trial;
        long[] keys = stage.nextKeys(stage.sizes().finds());
        expected = Arrays.stream(keys)
                .map(key -> Rows.sum(key, stage.products().get((int) key - 1)))
                .sum();
        int share = keys.length / count;
        for (int at = 0; at < count; at++) {
            shares.add(Arrays.copyOfRange(keys, at * share, at == count - 1 ? keys.length : (at + 1) * share));
        }
        threads = Executors.newFixedThreadPool(count);
    }

    static Attempt inThreads(Stage stage, int count) throws Exception {
        Trial trial = stage.trial(AuditMode.BY_HAND);
        stage.fill(Stage.Filling.PRODUCTS);
        return new Finds(stage, trial, count);
    }

    @Override
    public void run() throws Exception {
        if (shares.size() == 1) {
            found = trial.findProducts(shares.get(0));
            return;
        }
        List<Future<Long>> sums = new ArrayList<>();
        for (long[] share : shares) {
            sums.add(threads.submit(() -> trial.findProducts(share)));
        }
        for (Future<Long> sum : sums) {
            found += sum.get();
        }
    }

    @Override
    public void check() {
        WrongResultException.unlessEqual("checksum of what was found", expected, found);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
