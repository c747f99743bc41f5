package dev.grapnel.examples.documents;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.grapnel.examples.demo.Checks;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.examples.documents.hooks.Counters;
import dev.grapnel.examples.documents.hooks.Guard;
import dev.grapnel.examples.documents.hooks.Timeline;
import dev.grapnel.mongo.SessionExtensionFactory;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.session.OdmSessionFactory;

/**
 * The demo over documents, as a table of contents. Each step is a class of its own that shows one side; all work on one server in memory.
 */
public final class DocumentDemo {
    private DocumentDemo() {}

    /** Runs the demo; ends with exit code 1 if its own check fails. */
    public static void main(String[] args) {
        Screen screen = new Screen(System.out, Boolean.getBoolean("grapnel.terminal"));
        MongoServer server = new MongoServer(new MemoryBackend());
        boolean passed;
        try {
            passed = run(server.bindAndGetConnectionString(), screen);
        } finally {
            server.shutdownNow();
        }
        if (!passed) {
            System.exit(1);
        }
    }

    /**
     * Runs the demo on a server without the database {@code world}.
     *
     * @param address of the server
     * @param screen where to show it
     * @return whether the demo's own check passed
     */
    static boolean run(String address, Screen screen) {
        screen.headline("Grapnel: the world as the JDK " + Runtime.version().feature() + " knows it, in documents");
        DocumentRegistry registry = WorldMapping.create();
        Timeline timeline = new Timeline();
        try (DataStore store = DataStore.connect(address, "world").observedBy(timeline)) {
            return tour(store, timeline, screen);
        } finally {
            registry.dispose();
        }
    }

    private static boolean tour(DataStore store, Timeline timeline, Screen screen) {
        Counters counters = new Counters();
        OdmSessionFactory sessions =
                OdmSessionFactory.of(store).extensions(Guard::new, SessionExtensionFactory.of(counters));
        Checks checks = new Checks();

        new Loading(sessions, screen).run();
        new Reading(sessions, screen).run(checks);
        new SmallFlush(sessions, timeline, screen).run();
        new Refusals(sessions, screen).run(checks);
        new ByQuery(sessions, screen).run(checks);
        new OtherWriter(sessions, screen).run(checks);
        screen.section("Figures");
        counters.counts().forEach((hook, count) -> screen.item(hook, Screen.number(count)));
        new FinalCount(store.database()).run(checks, counters);
        return checks.show(screen, "Check, by the plain driver and the data of the JDK");
    }
}
