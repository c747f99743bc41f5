package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.contract.NotSupportedException;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints figures and turns, a line each, among whatever libraries print. */
final class Report {
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    /** Something to measure that may fail without the others. */
    interface Work {
        void run() throws Exception;
    }

    void tell(Figure figure) {
        out.println(figure.toLine());
    }

    void tell(Turn turn) {
        out.println(turn.toLine());
    }

    void tell(String workload, Measure measure, double value) {
        tell(Figure.of(workload, measure, value));
    }

    void tell(String workload, Measure measure, long value) {
        tell(workload, measure, (double) value);
    }

    /** Runs it, and tells if it did not come to an end. */
    @SuppressWarnings("CatchingUnchecked") // of a contestant, anything is told and the rest goes on
    void guarding(String workload, Work work) {
        try {
            work.run();
        } catch (NotSupportedException declined) {
            tell(Figure.without(workload, Measure.DECLINED, String.valueOf(declined.getMessage())));
        } catch (Exception | LinkageError | OutOfMemoryError failure) {
            tell(Figure.without(workload, Measure.FAILED, failure.toString()));
            failure.printStackTrace();
        }
    }
}
