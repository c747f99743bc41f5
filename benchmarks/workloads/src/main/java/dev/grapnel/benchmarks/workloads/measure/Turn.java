package dev.grapnel.benchmarks.workloads.measure;

import java.util.Optional;

/**
 * What a contestant's JVM prints when it waits for its turn: it goes on when it reads a line.
 *
 * @param place of what it does in this turn, from 0; what two contestants do at the same place is compared
 * @param places how many there are
 */
public record Turn(int place, int places) {
    /** In how many turns each workload is measured, after one to warm up. */
    public static final int OF_A_WORKLOAD = 5;

    private static final String MARK = "turn";
    private static final int FIELDS = 3;

    String toLine() {
        return MARK + '\t' + place + '\t' + places;
    }

    /**
     * Reads what a contestant's JVM has printed.
     *
     * @param line any line
     * @return the turn, empty if the line is something else
     */
    public static Optional<Turn> parse(String line) {
        String[] fields = line.split("\t", FIELDS);
        return fields.length == FIELDS && fields[0].equals(MARK)
                ? Optional.of(new Turn(Integer.parseInt(fields[1]), Integer.parseInt(fields[2])))
                : Optional.empty();
    }
}
