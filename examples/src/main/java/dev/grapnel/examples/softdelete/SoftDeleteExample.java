package dev.grapnel.examples.softdelete;

import dev.grapnel.filters.Scope;
import dev.grapnel.filters.SoftDelete;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import java.time.Instant;

/** Deletes a note, does not find it in any way, and brings it back. */
public final class SoftDeleteExample {
    private static final SoftDelete<Note, Instant> SOFT_DELETE = SoftDelete.by(Note_.deletedAt, Instant::now);

    private SoftDeleteExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Notebook.class, Note.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:softdelete")) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            SOFT_DELETE.on(sessions);
            work(sessions);
        } finally {
            registry.dispose();
        }
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private static void work(SessionFactory sessions) {
        sessions.inTransaction(session -> session.add(
                new Notebook("Today", new Note("buy milk"), new Note("call Ann"), new Note("fix the lamp"))));
        sessions.inTransaction(session -> session.delete(
                session.query(Note.class).where(Note_.text.eq("buy milk")).one()));
        print("after deleting", sessions);

        try (Session session = sessions.open();
                Scope all = SOFT_DELETE.showDeleted(session)) {
            Note milk =
                    session.query(Note.class).where(Note_.deletedAt.isNotNull()).one();
            System.out.println("still there: " + milk.text);
            SOFT_DELETE.restore(milk);
            session.commit();
        }
        print("after restoring", sessions);
    }

    /** The condition is not only in queries: the notes of a notebook are loaded by their relationship. */
    private static void print(String when, SessionFactory sessions) {
        try (Session session = sessions.open()) {
            System.out.println(when + ':');
            session.getOne(Notebook.class, "Today").notes.forEach(note -> System.out.println("  " + note.text));
        }
    }
}
