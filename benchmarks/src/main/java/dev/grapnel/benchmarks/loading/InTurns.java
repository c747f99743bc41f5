package dev.grapnel.benchmarks.loading;

import com.sun.management.ThreadMXBean;
import dev.grapnel.testkit.TestDatabases;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures what {@link LoadBenchmark} does with the contestants in turns, since what else the machine does changes from second to second: {@code
 * benchmarks/turns H2}.
 *
 * <p>It tells processor time of the thread, without that of the compiler, the collector and the database server, and elapsed time. The
 * first rounds, a third of them, only warm up.
 */
public final class InTurns {
    private static final double NANOS_IN_MICROSECOND = 1e3;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final int rounds;
    private final int calls;

    private InTurns(int rounds, int calls) {
        this.rounds = rounds;
        this.calls = calls;
    }

    private interface Load {
        @Nullable Object call() throws Exception;
    }

    /** One contestant, and how often it is called in a round for each call of the slowest. */
    private static final class Contestant {
        final String name;
        final Load load;
        final int times;
        final List<Double> processor = new ArrayList<>();
        final List<Double> elapsed = new ArrayList<>();
        long bytes;

        Contestant(String name, int times, Load load) {
            this.name = name;
            this.times = times;
            this.load = load;
        }

        double median(List<Double> all) {
            Collections.sort(all);
            return all.get(all.size() / 2);
        }
    }

    /**
     * Measures on one database.
     *
     * @param arguments the kind of database; how many rounds; how many calls in a round
     * @throws Exception if a contestant fails
     */
    public static void main(String... arguments) throws Exception {
        LoadBenchmark benchmark = new LoadBenchmark();
        benchmark.database = TestDatabases.valueOf(arguments[0]);
        benchmark.fill();
        try {
            new InTurns(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])).compare(benchmark);
        } finally {
            benchmark.close();
        }
    }

    private void compare(LoadBenchmark benchmark) throws Exception {
        compare(new Contestant("jdbcGet", 200, benchmark::jdbcGet), new Contestant("get", 200, benchmark::get));
        compare(new Contestant("jdbcAll", 1, benchmark::jdbcAll), new Contestant("all", 1, benchmark::all));
        compare(new Contestant("jdbcJoined", 1, benchmark::jdbcJoined), new Contestant("joined", 1, benchmark::joined));
        compare(
                new Contestant("jdbcSelectIn", 1, benchmark::jdbcSelectIn),
                new Contestant("selectIn", 1, benchmark::selectIn));
    }

    private void compare(Contestant floor, Contestant other) throws Exception {
        for (int round = 0; round < rounds; round++) {
            boolean counts = round >= rounds / 3;
            run(floor, counts);
            run(other, counts);
        }
        tell(floor, floor);
        tell(other, floor);
    }

    private void run(Contestant contestant, boolean counts) throws Exception {
        int times = calls * contestant.times;
        long thread = Thread.currentThread().getId();
        long bytes = threads.getThreadAllocatedBytes(thread);
        long elapsed = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        for (int call = 0; call < times; call++) {
            if (contestant.load.call() == null) {
                throw new IllegalStateException(contestant.name + " has loaded nothing");
            }
        }
        double perCall = NANOS_IN_MICROSECOND * times;
        if (counts) {
            contestant.processor.add((threads.getCurrentThreadCpuTime() - processor) / perCall);
            contestant.elapsed.add((System.nanoTime() - elapsed) / perCall);
            contestant.bytes = (threads.getThreadAllocatedBytes(thread) - bytes) / times;
        }
    }

    @SuppressWarnings("SystemOut") // a program that tells what it has measured
    private static void tell(Contestant told, Contestant floor) {
        double processor = told.median(told.processor);
        double elapsed = told.median(told.elapsed);
        System.out.printf(
                Locale.ROOT,
                "%-13s processor %9.2f us (lowest %9.2f), %.2f x    elapsed %9.2f us, %.2f x    %8d B%n",
                told.name,
                processor,
                told.processor.get(0),
                processor / floor.median(floor.processor),
                elapsed,
                elapsed / floor.median(floor.elapsed),
                told.bytes);
    }
}
