package dev.grapnel.examples.extensions;

import dev.grapnel.events.Subscription;
import dev.grapnel.extension.Chain;
import dev.grapnel.extension.Extensions;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import java.util.List;

/** Adds extensions to a registry, a class, a factory and two attributes, and shows when they are called. */
public final class ExtensionsExample {
    private ExtensionsExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(User.class, Address.class);
        Subscription added = Subscription.together(List.of());
        try (Engine engine = Engine.create("jdbc:h2:mem:extensions")) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            added = extend(registry, sessions);
            write(sessions);
            read(sessions);
        } finally {
            added.close();
            registry.dispose();
        }
    }

    /** The second link stops the chain, so the third sees nothing. */
    private static Subscription extend(Registry registry, SessionFactory sessions) {
        return Subscription.together(List.of(
                Extensions.add(registry, new TellInserts()),
                Extensions.add(
                        User.class,
                        new Link("first", Chain.CONTINUE),
                        new Link("second", Chain.STOP),
                        new Link("third", Chain.CONTINUE)),
                Extensions.add(sessions, new TellCommits()),
                Extensions.add(User_.name, new TellWrites<>()),
                Extensions.add(User_.addresses, new TellWrites<>())));
    }

    private static void write(SessionFactory sessions) {
        User ed = new User("ed");
        ed.addresses.add(new Address("ed@example.org"));
        try (Session session = sessions.open()) {
            session.add(ed);
            session.add(new User("hidden"));
            session.commit();
            ed.name = "eddie";
            session.commit();
        }
    }

    private static void read(SessionFactory sessions) {
        Subscription reading = Extensions.add(User.class, new Reading());
        try (Session session = sessions.open()) {
            System.out.println("found " + session.query(User.class).list());
        } finally {
            reading.close();
        }
    }
}
