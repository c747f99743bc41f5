package dev.grapnel.benchmarks.workloads.job;

/** A contestant did less, more or something else than the workload says, so that its time means nothing. */
public final class WrongResultException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    WrongResultException(String what, Object expected, Object found) {
        super("The check of a workload failed, " + what + ": expected " + expected + ", found " + found + ".");
    }

    static void unlessEqual(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new WrongResultException(what, expected, found);
        }
    }
}
