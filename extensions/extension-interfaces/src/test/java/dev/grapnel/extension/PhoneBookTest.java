package dev.grapnel.extension;

import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.EventRecorder;
import dev.grapnel.testkit.LeakCheck;
import dev.grapnel.testkit.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A phone book in an empty database of each kind, one open session, and a recorder that hears nothing yet. */
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = TestDatabases.class,
        names = {"H2", "SQLITE_MEMORY", "POSTGRESQL"})
abstract class PhoneBookTest {
    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    @Parameter
    TestDatabases database;

    final EventRecorder recorder = EventRecorder.start();
    private final List<Subscription> added = new ArrayList<>();

    Engine engine;
    Registry registry;
    SessionFactory sessions;
    Session session;

    @BeforeEach
    void openPhoneBook() {
        engine = leaks.watch(database.open());
        registry = Registry.of(classes());
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        session = sessions.open();
    }

    @AfterEach
    void closePhoneBook() {
        added.forEach(Subscription::close);
        recorder.close();
        session.close();
        registry.dispose();
        engine.close();
    }

    Class<?>[] classes() {
        return PhoneBook.ALL;
    }

    /** Removes it after the test. */
    Subscription untilEnd(Subscription subscription) {
        added.add(subscription);
        return subscription;
    }
}
