package dev.grapnel.examples.demo;

import dev.grapnel.examples.demo.listeners.Audit;
import dev.grapnel.examples.demo.listeners.Counters;
import dev.grapnel.examples.demo.listeners.Rules;
import dev.grapnel.examples.demo.model.Country;
import dev.grapnel.examples.demo.model.Currency;
import dev.grapnel.examples.demo.model.JournalEntry;
import dev.grapnel.examples.demo.model.Language;
import dev.grapnel.examples.demo.model.Letter;
import dev.grapnel.examples.demo.model.NameChange;
import dev.grapnel.examples.demo.model.Script;
import dev.grapnel.examples.demo.model.Transition;
import dev.grapnel.examples.demo.model.Zone;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The demo, as a table of contents. Each step is a class of its own that shows one side of the library; all work on one database file, which
 * is gone afterwards.
 */
public final class WorldDemo {
    private WorldDemo() {}

    /** Runs the demo in a temporary folder; ends with exit code 1 if its own check fails. */
    public static void main(String[] args) throws IOException, SQLException {
        Screen screen = new Screen(System.out, Boolean.getBoolean("grapnel.terminal"));
        Path folder = Files.createTempDirectory("grapnel-demo");
        boolean passed;
        try {
            passed = run("jdbc:h2:file:" + folder.resolve("world"), screen);
        } finally {
            delete(folder);
        }
        if (!passed) {
            System.exit(1);
        }
    }

    /**
     * Runs the demo on a database without tables.
     *
     * @param url of the database
     * @param screen where to show it
     * @return whether the demo's own check passed
     */
    static boolean run(String url, Screen screen) throws SQLException {
        screen.headline("Grapnel: the world as the JDK " + Runtime.version().feature() + " knows it, in an H2 file");
        Registry registry = Registry.of(
                Country.class,
                Currency.class,
                Language.class,
                Zone.class,
                Transition.class,
                Script.class,
                Letter.class,
                JournalEntry.class,
                NameChange.class);
        try (Engine engine = Engine.create(url)) {
            Schema.of(registry).createAll(engine);
            return tour(SessionFactory.of(engine, registry), url, screen);
        } finally {
            registry.dispose();
        }
    }

    private static boolean tour(SessionFactory sessions, String url, Screen screen) throws SQLException {
        Rules.on(sessions);
        Audit.on(sessions);
        Counters counters = Counters.on(sessions);
        Checks checks = new Checks();

        new Loading(sessions, screen, counters).run(checks);
        new Reading(sessions, screen).run();
        new SmallFlush(sessions, screen).run();
        new Refusals(sessions, screen).run(checks);
        new SecondThoughts(sessions, screen).run(checks);
        new OtherWriter(sessions, screen, url).run(checks);
        new Figures(counters, screen).run();
        new FinalCount(url).run(checks);
        return checks.show(screen, "Check, by plain JDBC and the data of the JDK");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(WorldDemo::deleteFile);
        }
    }

    private static void deleteFile(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot delete " + file + ".", failure);
        }
    }
}
