package dev.grapnel.examples.softdelete;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import java.util.List;

/** Deletes a note, and finds it in the table all the same. */
public final class SoftDeleteExample {
    private SoftDeleteExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Note.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:softdelete")) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            SoftDeletion.on(sessions);
            work(sessions);
        } finally {
            registry.dispose();
        }
    }

    private static void work(SessionFactory sessions) {
        try (Session session = sessions.open()) {
            Note milk = new Note("buy milk");
            session.addAll(List.of(milk, new Note("call Ann")));
            session.commit();

            session.delete(milk);
            session.commit();

            session.query(Note.class)
                    .where(Note_.deletedAt.isNull())
                    .list()
                    .forEach(note -> System.out.println("to do: " + note.text));
            session.query(Note.class)
                    .where(Note_.deletedAt.isNotNull())
                    .list()
                    .forEach(note -> System.out.println("deleted: " + note.text));
        }
    }
}
