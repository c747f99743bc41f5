package dev.grapnel.benchmarks.comparison.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the processors from falling asleep while a contestant and a server wait for each other.
 *
 * <p>A short question to a server takes tens of microseconds. A processor that has nothing to do meanwhile may take several times as long to wake up, more so on virtual
 * machines, and how long differs from one time to the next. So each has a loop to run that gives way to everything else: not one of the class that counts as idle, since then
 * the kernel moves server and contestant apart at one time, and leaves them together at another, which makes a question one and a half times as fast.
 */
final class Awake implements AutoCloseable {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final List<Process> loops = new ArrayList<>();

    private Awake() {}

    /** Whether this machine has what it takes. */
    static boolean isPossible() {
        return Files.isExecutable(NICE);
    }

    /** Begins, if that is possible. */
    static Awake begin() {
        Awake awake = new Awake();
        if (isPossible()) {
            for (int at = 0; at < Runtime.getRuntime().availableProcessors(); at++) {
                awake.loops.add(loop());
            }
        }
        return awake;
    }

    /** For work that waits for nobody. */
    static Awake unneeded() {
        return new Awake();
    }

    /** Ends with this JVM, however that ends. */
    private static Process loop() {
        String loop = "while kill -0 " + ProcessHandle.current().pid() + " 2> /dev/null; do :; done";
        try {
            return new ProcessBuilder(NICE.toString(), "-n", "19", "sh", "-c", loop)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot start " + NICE + ".", failure);
        }
    }

    /** How many loops are running. */
    long running() {
        return loops.stream().filter(Process::isAlive).count();
    }

    @Override
    public void close() {
        for (Process loop : loops) {
            loop.destroy();
            loop.onExit().join();
        }
    }
}
