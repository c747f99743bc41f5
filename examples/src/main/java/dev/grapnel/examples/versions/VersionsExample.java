package dev.grapnel.examples.versions;

import dev.grapnel.history.Version;
import dev.grapnel.history.VersionedHistory;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import java.time.Instant;

/** Writes a page, spoils it, looks at what it was, and takes the spoiling back. */
public final class VersionsExample {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private Instant now = START;

    private VersionsExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Page.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:versions")) {
            Schema.of(registry).createAll(engine);
            new VersionsExample().work(engine, registry);
        } finally {
            registry.dispose();
        }
    }

    private void work(Engine engine, Registry registry) {
        // A clock of its own, so that an hour passes between the changes.
        VersionedHistory history = VersionedHistory.of(registry, Page.class).withClock(() -> now);
        history.createTables(engine);
        SessionFactory sessions = SessionFactory.of(engine, registry);
        history.on(sessions);

        sessions.inTransaction(session -> session.add(new Page("Grapnel", "a small anchor")));
        write(sessions, "a small anchor with several flukes");
        write(sessions, "buy cheap watches");
        try (Session session = sessions.open()) {
            print(session, history);
            restore(session, history.versions(session, Page.class, "Grapnel").get(1));
        }
    }

    private void write(SessionFactory sessions, String text) {
        now = now.plusSeconds(3_600);
        sessions.inTransaction(session -> session.getOne(Page.class, "Grapnel").text = text);
    }

    private static void print(Session session, VersionedHistory history) {
        for (Version<Page> version : history.versions(session, Page.class, "Grapnel")) {
            System.out.println(version.number() + " " + version.change() + ": " + version.get(Page_.text));
        }
        history.at(session, Page.class, START.plusSeconds(5_000), "Grapnel")
                .ifPresent(then -> System.out.println("at half past one it was: " + then.get(Page_.text)));
    }

    private static void restore(Session session, Version<Page> good) {
        Page page = session.merge(good.copy());
        session.commit();
        System.out.println("now it is: " + page.text);
    }
}
