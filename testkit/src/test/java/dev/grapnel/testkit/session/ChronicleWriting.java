package dev.grapnel.testkit.session;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.session.Chronicle.Entry;
import dev.grapnel.testkit.session.Chronicle.Scribe;

/** Commits entries of the chronicle for as long as its process lives, and tells of each commit after it has returned. */
final class ChronicleWriting {
    private static final long SERIALS_OF_A_SCRIBE = 1_000_000_000L;
    private static final int MOST_LINES = 5;

    private ChronicleWriting() {}

    /** Writes an entry into a database in memory: what a JVM loads and compiles for that need not wait for the true one. */
    static void rehearse() {
        Registry registry = Registry.of(Chronicle.ALL);
        try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
            Schema.of(registry).createAll(engine);
            SessionFactory.of(engine, registry).inTransaction(session -> {
                session.add(new Scribe(1));
                session.add(new Entry(1, 1, MOST_LINES));
            });
        } finally {
            registry.dispose();
        }
    }

    static void run(String url, int scribes) {
        Registry registry = Registry.of(Chronicle.ALL);
        SessionFactory sessions = SessionFactory.of(Engine.create(url), registry);
        for (int id = 1; id < scribes; id++) {
            int scribe = id;
            new Thread(() -> write(sessions, scribe)).start();
        }
        write(sessions, scribes);
    }

    private static void write(SessionFactory sessions, int id) {
        try (Session session = sessions.open()) {
            while (true) {
                Scribe scribe = session.getOne(Scribe.class, id);
                scribe.written = scribe.written + 1;
                long serial = id * SERIALS_OF_A_SCRIBE + scribe.written;
                session.add(new Entry(serial, id, 1 + scribe.written % MOST_LINES));
                session.commit();
                acknowledge(serial);
            }
        }
    }

    private static synchronized void acknowledge(long serial) {
        System.out.println(serial + ";");
        System.out.flush();
    }
}
