package dev.grapnel.examples.validation;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;

/** Makes accounts that keep the rules and accounts that do not. */
public final class ValidationExample {
    private ValidationExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Account.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:validation")) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            AccountRules.apply();
            work(sessions);
        } finally {
            registry.dispose();
        }
    }

    private static void work(SessionFactory sessions) {
        Account ann = new Account("  Ann@Example.org ");
        System.out.println(ann.email + " is of " + ann.domain);

        ann.failedLogins = 3;
        System.out.println("locked: " + ann.locked);
        sessions.inTransaction(session -> session.add(ann));

        refused(() -> new Account("nobody"));
        refused(() -> sessions.inTransaction(session -> session.add(new Account("bob@elsewhere.net"))));
    }

    private static void refused(Runnable deed) {
        try {
            deed.run();
        } catch (IllegalArgumentException | IllegalStateException refusal) {
            System.out.println("refused: " + refusal.getMessage());
        }
    }
}
