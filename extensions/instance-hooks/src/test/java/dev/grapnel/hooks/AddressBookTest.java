package dev.grapnel.hooks;

import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An address book in a database of its own, one open session, and an empty timeline. */
abstract class AddressBookTest {
    private final List<Subscription> added = new ArrayList<>();
    Engine engine;
    Registry registry;
    SessionFactory sessions;
    Session session;

    @BeforeEach
    void open() {
        engine = Engine.create("jdbc:h2:mem:" + UUID.randomUUID());
        registry = Registry.of(AddressBook.ALL);
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        session = sessions.open();
        Timeline.take();
    }

    @AfterEach
    void close() {
        added.forEach(Subscription::close);
        session.close();
        registry.dispose();
        engine.close();
    }

    /** Removes it after the test. */
    Subscription untilEnd(Subscription subscription) {
        added.add(subscription);
        return subscription;
    }

    /** Objects that are in the database and in the session; what hooks did about it is forgotten. */
    void given(Object... objects) {
        session.addAll(List.of(objects));
        session.commit();
        for (Object object : objects) {
            session.refresh(object);
        }
        Timeline.take();
    }
}
