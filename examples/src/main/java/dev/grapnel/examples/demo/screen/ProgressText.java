package dev.grapnel.examples.demo.screen;

import java.io.PrintStream;

/** One line that grows by a word for every tenth, for log files and pipes. */
final class ProgressText implements Progress {
    private static final int PARTS = 10;

    private final PrintStream out;
    private final long steps;
    private long done;
    private int shown;

    ProgressText(PrintStream out, String task, long steps) {
        this.out = out;
        this.steps = steps;
        out.printf("   %-16s", task);
    }

    @Override
    public void stepBy(long more) {
        done += more;
        while (shown < PARTS && done * PARTS >= steps * (shown + 1)) {
            shown++;
            out.print(" " + shown * 100 / PARTS + "%");
            out.flush();
        }
    }

    @Override
    public void close() {
        out.println();
    }
}
