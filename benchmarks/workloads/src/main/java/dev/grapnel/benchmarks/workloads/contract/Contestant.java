package dev.grapnel.benchmarks.workloads.contract;

import java.util.Set;

/**
 * A way of reading and writing objects that is compared with others. It is found by {@link java.util.ServiceLoader} and runs in a JVM with
 * the class path of its own module, beside no other contestant but JDBC by hand.
 */
public interface Contestant {
    /**
     * The name in tables and on the command line.
     *
     * @return lower-case, the folder of its module: {@code hibernate}
     */
    String name();

    /**
     * The kinds of database it works with.
     *
     * @return the kinds
     */
    default Set<DatabaseKind> kinds() {
        return Set.of(DatabaseKind.H2, DatabaseKind.POSTGRESQL);
    }

    /**
     * Gets ready to work, once for many jobs. The tables are there; it is not to create any. This is measured too, by the time to the first
     * saved object.
     *
     * @param database where the tables are
     * @param audit who sets the audit columns of {@code audited_product}
     * @return what works, until it is closed
     * @throws Exception if it cannot start
     */
    Trial open(Database database, AuditMode audit) throws Exception;
}
