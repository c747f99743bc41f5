package dev.grapnel.examples.hooks;

import dev.grapnel.hooks.InstanceHooks;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;

/** Lets a contact tell what happens to it, by methods of its own. */
public final class HooksExample {
    private HooksExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Contact.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:hooks")) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            InstanceHooks.on(registry, sessions);
            sessions.inTransaction(HooksExample::work);
        } finally {
            registry.dispose();
        }
    }

    private static void work(Session session) {
        Contact ed = new Contact("Ed");
        session.add(ed);
        System.out.println("a new contact");
        session.flush();

        ed.name = "Edward";
        System.out.println("another name");
        session.flush();

        session.delete(ed);
        System.out.println("no contact");
        session.flush();
    }
}
