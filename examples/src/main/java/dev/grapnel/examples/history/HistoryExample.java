package dev.grapnel.examples.history;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;

/** Changes a price several times, and prints what it was before. */
public final class HistoryExample {
    private HistoryExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Article.class, FormerPrice.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:history")) {
            Schema.of(registry).createAll(engine);
            PriceHistory.keep();
            work(SessionFactory.of(engine, registry));
        } finally {
            registry.dispose();
        }
    }

    private static void work(SessionFactory sessions) {
        sessions.inTransaction(session -> session.add(new Article("Kettle", 2500)));
        for (int cents : new int[] {2600, 2600, 1900}) {
            sessions.inTransaction(session -> session.query(Article.class).one().cents = cents);
        }
        try (Session session = sessions.open()) {
            Article kettle = session.query(Article.class).one();
            System.out.println(kettle.name + " costs " + kettle.cents);
            kettle.formerPrices.forEach(former -> System.out.println("it was " + former.cents));
        }
    }
}
