package dev.grapnel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.StatementKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps the statements that an engine sends, so that a test can say how many there are and what they do.
 *
 * <pre>{@code
 * try (StatementRecorder statements = StatementRecorder.on(engine)) {
 *     session.commit();
 *     statements.assertStatements("INSERT contact ×2", "INSERT address ×5");
 * }
 * }</pre>
 *
 * <p>Statements that a program runs by itself on the JDBC connection are not seen. Thread-safe.
 */
public final class StatementRecorder implements AutoCloseable {
    private final List<RecordedStatement> statements = new CopyOnWriteArrayList<>();
    private final Subscription subscription;

    private StatementRecorder(Engine engine) {
        this.subscription = Events.on(engine).beforeStatement(event -> statements.add(RecordedStatement.of(event)));
    }

    /**
     * Begins to record.
     *
     * @param engine whose statements
     * @return the recorder; closing it ends the recording and keeps what was recorded
     */
    public static StatementRecorder on(Engine engine) {
        return new StatementRecorder(engine);
    }

    /** {@return the statements so far, in the order in which they were sent} */
    public List<RecordedStatement> statements() {
        return List.copyOf(statements);
    }

    /**
     * The statements of one kind.
     *
     * @param kind what they do
     * @return those so far, in the order in which they were sent
     */
    public List<RecordedStatement> statements(StatementKind kind) {
        return statements.stream().filter(statement -> statement.kind() == kind).toList();
    }

    /** {@return how many statements were sent; a batch counts once} */
    public int count() {
        return statements.size();
    }

    /**
     * How many statements of one kind were sent; a batch counts once.
     *
     * @param kind what they do
     * @return their number
     */
    public int count(StatementKind kind) {
        return statements(kind).size();
    }

    /**
     * How many sets of parameters were sent with statements of one kind: for inserts and for updates by key the number of rows.
     *
     * @param kind what they do
     * @return the sum
     */
    public int parameterSets(StatementKind kind) {
        return statements(kind).stream()
                .mapToInt(RecordedStatement::parameterSets)
                .sum();
    }

    /**
     * Fails unless exactly these statements were sent, in this order.
     *
     * @param expected in the short form, as {@code INSERT contact ×2}; see {@link RecordedStatement#toString()}
     */
    public void assertStatements(String... expected) {
        assertThat(statements)
                .as("statements sent, with these texts: %s", texts())
                .map(RecordedStatement::toString)
                .containsExactly(expected);
    }

    /** Fails if anything was sent. */
    public void assertNone() {
        assertStatements();
    }

    /** {@return the full texts so far} */
    public List<String> texts() {
        return statements.stream().map(RecordedStatement::text).toList();
    }

    /** Forgets what was recorded. */
    public void clear() {
        statements.clear();
    }

    /** Ends the recording; what was recorded stays. Closing twice is harmless. */
    @Override
    public void close() {
        subscription.close();
    }

    @Override
    public String toString() {
        return statements.toString();
    }
}
