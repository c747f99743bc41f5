package dev.grapnel.benchmarks.workloads.measure;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that was measured, or why it was not.
 *
 * @param workload its name in the tables
 * @param measure what was measured
 * @param turn in which turn of the contestant's JVM, from 1; 0 if it was not measured in turns
 * @param value how much, in the unit of the measure; 0 if there is a remark instead
 * @param remark why there is no value, or empty
 */
public record Figure(String workload, Measure measure, int turn, double value, String remark) {
    private static final String MARK = "figure";
    private static final int FIELDS = 6;

    /** What can be measured. */
    public enum Measure {
        /** Milliseconds of one run. */
        MILLIS,
        /** Bytes that the thread allocated in one run. */
        ALLOCATED,
        /** Calls that executed a statement; a batch is one. */
        EXECUTIONS,
        /** How many of the executions were batches. */
        BATCHES,
        /** Sets of parameters in all executions: rows of a batch, 1 of others. */
        PARAMETER_SETS,
        /** Milliseconds from the start of the JVM to the first saved object, with opening the database, its tables and the pool. */
        FIRST_SAVED,
        /** Bytes that are held by a session with all products loaded. */
        RETAINED,
        /** The greatest number of bytes held while streaming. */
        PEAK,
        /** Milliseconds of a run without those in which the driver executed statements. */
        OWN_MILLIS,
        /** The contestant says that it cannot do this. */
        DECLINED,
        /** The contestant failed, or its result was wrong. */
        FAILED
    }

    static Figure of(String workload, Measure measure, double value) {
        return new Figure(workload, measure, 0, value, "");
    }

    static Figure without(String workload, Measure measure, String why) {
        return new Figure(workload, measure, 0, 0, why.replaceAll("\\s+", " "));
    }

    Figure inTurn(int number) {
        return new Figure(workload, measure, number, value, remark);
    }

    String toLine() {
        return String.format(Locale.ROOT, "%s\t%s\t%s\t%d\t%s\t%s", MARK, workload, measure, turn, value, remark);
    }

    /**
     * Reads what a contestant's JVM has printed.
     *
     * @param line any line
     * @return the figure, empty if the line is something else
     */
    public static Optional<Figure> parse(String line) {
        String[] fields = line.split("\t", FIELDS);
        return fields.length == FIELDS && fields[0].equals(MARK)
                ? Optional.of(new Figure(
                        fields[1],
                        Measure.valueOf(fields[2]),
                        Integer.parseInt(fields[3]),
                        Double.parseDouble(fields[4]),
                        fields[5]))
                : Optional.empty();
    }
}
