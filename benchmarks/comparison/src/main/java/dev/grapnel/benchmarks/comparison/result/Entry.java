package dev.grapnel.benchmarks.comparison.result;

import dev.grapnel.benchmarks.workloads.measure.Figure;

/**
 * One figure, and whose it is.
 *
 * @param database the kind of database
 * @param contestant who was measured
 * @param round in which round, from 1
 * @param figure what came out
 */
public record Entry(String database, String contestant, int round, Figure figure) {
    /** Whether the other one was taken in the same turn of the same round, that is, a few seconds before or after. */
    boolean isBeside(Entry other) {
        return round == other.round && figure.turn() == other.figure.turn();
    }
}
