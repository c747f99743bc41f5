package dev.grapnel.testkit;

import dev.grapnel.core.session.Session;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.core.session.TransactionEvent;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.connection.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that leaves a transaction of a session open, or a connection of an engine in use.
 *
 * <pre>{@code
 * @RegisterExtension
 * final LeakCheck leaks = new LeakCheck();
 *
 * @BeforeEach
 * void open() {
 *     engine = leaks.watch(TestDatabases.H2.open());
 * }
 * }</pre>
 *
 * <p>It looks after the {@code @AfterEach} methods have run. The cause of the failure shows where the transaction was begun. What was left
 * open is ended, so that it does not disturb the next test. All sessions of the JVM are watched: not for tests that run at the same time.
 */
public final class LeakCheck implements BeforeEachCallback, AfterEachCallback {
    private final Map<SessionTransaction, Beginning> open = new LinkedHashMap<>();
    private final List<Engine> engines = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Where a transaction was begun. */
    private static final class Beginning extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Session session;

        Beginning(Session session) {
            super("The transaction was begun here.");
            this.session = session;
        }
    }

    /** A check that watches the sessions, and no engine yet. */
    public LeakCheck() {}

    /**
     * Watches the connections of an engine, too.
     *
     * @param engine made by the test
     * @return the engine
     */
    public Engine watch(Engine engine) {
        engines.add(engine);
        return engine;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        begin();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        end();
    }

    void begin() {
        SessionEvents<Session> all = SessionEvents.onAll();
        subscriptions.add(all.afterTransactionCreate(this::created));
        subscriptions.add(all.afterTransactionEnd(event -> ended(event.transaction())));
    }

    void end() {
        try {
            requireNoTransaction();
            engines.forEach(LeakCheck::requireNoConnection);
        } finally {
            subscriptions.forEach(Subscription::close);
            subscriptions.clear();
            engines.clear();
        }
    }

    private synchronized void created(TransactionEvent<Session> event) {
        open.put(event.transaction(), new Beginning(event.session()));
    }

    private synchronized void ended(SessionTransaction transaction) {
        open.remove(transaction);
    }

    private void requireNoTransaction() {
        List<Beginning> left = takeLeft();
        if (!left.isEmpty()) {
            left.forEach(beginning -> beginning.session.close());
            throw new AssertionError(
                    "The test left " + left.size() + " transactions of sessions open. Close each session,"
                            + " best with try-with-resources; the cause shows where the first of them was begun.",
                    left.get(0));
        }
    }

    private synchronized List<Beginning> takeLeft() {
        List<Beginning> left = List.copyOf(open.values());
        open.clear();
        return left;
    }

    private static void requireNoConnection(Engine engine) {
        int inUse = engine.openTransactions();
        if (inUse > 0) {
            throw new AssertionError("The test left " + inUse + " transactions of the " + engine
                    + " open, each with a connection. Close what Engine.begin() gave.");
        }
    }
}
