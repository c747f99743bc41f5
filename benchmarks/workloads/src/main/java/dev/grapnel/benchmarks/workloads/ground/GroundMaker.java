package dev.grapnel.benchmarks.workloads.ground;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import java.util.Set;

/** Makes the ground of a kind of database. Found by {@link java.util.ServiceLoader}. */
public interface GroundMaker {
    /**
     * What it makes.
     *
     * @return the kinds
     */
    Set<DatabaseKind> kinds();

    /**
     * Connects, and makes the tables if they are not there.
     *
     * @param kind one of {@link #kinds}
     * @param url where
     * @param traffic told of what the contestant sends
     * @return the tables, empty but for readings
     */
    Ground open(DatabaseKind kind, String url, Traffic traffic);

    /** Makes tables in H2 and PostgreSQL. */
    final class Relational implements GroundMaker {
        /** Made by the service loader. */
        public Relational() {}

        @Override
        public Set<DatabaseKind> kinds() {
            return Set.of(DatabaseKind.H2, DatabaseKind.POSTGRESQL);
        }

        @Override
        public Ground open(DatabaseKind kind, String url, Traffic traffic) {
            return RelationalGround.open(kind, url, traffic::around);
        }
    }
}
