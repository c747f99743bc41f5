package dev.grapnel.benchmarks.comparison.run;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.ground.RelationalGround;
import java.util.ArrayDeque;
import java.util.Deque;

/** The database servers of one run. They end when this is closed. */
public final class Servers implements AutoCloseable {
    private final Deque<Server> started = new ArrayDeque<>();

    /** None is started yet. */
    public Servers() {}

    /** A server that runs. */
    interface Server extends AutoCloseable {
        /** Where it is, as a contestant is told. */
        String url();

        @Override
        void close();
    }

    /**
     * Starts a server, if there has to be one.
     *
     * @param kind of the database
     * @return where it is
     */
    public String start(DatabaseKind kind) {
        if (kind == DatabaseKind.H2) {
            return RelationalGround.H2_URL;
        }
        Server server = kind == DatabaseKind.POSTGRESQL ? PostgresServer.start() : DocumentServer.start();
        started.push(server);
        return server.url();
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }
}
