package dev.grapnel.sql.connection;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each statement to the log, when it is over: what, with what parameters, how many rows, how long. At level trace another line
 * stands before it is sent.
 *
 * <p>Messages of the database may quote parameters, as the key that is there already, so they are left to the exception.
 */
final class StatementLog {
    /** The name under which a program configures it. */
    static final String NAME = "dev.grapnel.sql.statement";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final double NANOS_IN_MILLISECOND = 1e6;

    private StatementLog() {}

    static boolean isOn() {
        return LOG.isDebugEnabled();
    }

    static void before(StatementEvent event) {
        if (LOG.isTraceEnabled()) {
            LOG.trace("sending [{}] with {}", event.text(), event.describeParameters());
        }
    }

    static void after(StatementOutcome outcome) {
        if (LOG.isDebugEnabled() && (outcome.rowCount() >= 0 || outcome.failure() != null)) {
            write(outcome.statement(), outcome.rowCount(), outcome.nanos(), outcome.failure());
        }
    }

    static void after(RowsOutcome outcome) {
        if (LOG.isDebugEnabled()) {
            write(outcome.statement(), outcome.rowCount(), outcome.nanos(), outcome.failure());
        }
    }

    private static void write(StatementEvent event, long rows, long nanos, @Nullable RuntimeException failure) {
        String time = String.format(Locale.ROOT, "%.3f ms", nanos / NANOS_IN_MILLISECOND);
        if (failure == null) {
            String count = rows == 1 ? "1 row" : rows + " rows";
            LOG.debug("[{}] with {}: {}, {}", event.text(), event.describeParameters(), count, time);
        } else {
            LOG.debug("[{}] with {}: {} after {}", event.text(), event.describeParameters(), reason(failure), time);
        }
    }

    private static String reason(RuntimeException failure) {
        return failure.getCause() instanceof SQLException sql
                ? "failed with SQLState " + sql.getSQLState()
                : "failed with " + failure.getClass().getSimpleName();
    }
}
