package dev.grapnel.examples.demo;

import dev.grapnel.core.session.Instance;
import dev.grapnel.examples.demo.model.Country;
import dev.grapnel.examples.demo.model.Currency;
import dev.grapnel.examples.demo.model.Zone;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;

/**
 * Changes much, writes it, and rolls back. Shows that a rollback is for objects too: what was new is transient again, what was deleted is
 * back, and what was changed has its old values.
 */
final class SecondThoughts {
    private final SessionFactory sessions;
    private final Screen screen;

    SecondThoughts(SessionFactory sessions, Screen screen) {
        this.sessions = sessions;
        this.screen = screen;
    }

    void run(Checks checks) {
        screen.section("Rolled back: objects are restored");
        try (Session session = sessions.open()) {
            Country japan = session.getOne(Country.class, "JP");
            Zone rome = session.getOne(Zone.class, "Europe/Rome");
            Country utopia = new Country("XU", "Utopia");
            int transitions = rome.transitions().size();

            japan.rename("Nippon");
            japan.pays(session.getOne(Currency.class, "EUR"));
            session.delete(rome);
            session.add(utopia);
            session.flush();
            show("flushed", japan, rome, utopia);
            session.rollback();
            show("rolled back", japan, rome, utopia);

            checks.equal("name after the rollback", "Japan", japan.name());
            checks.equal(
                    "transitions after the rollback",
                    transitions,
                    rome.transitions().size());
        }
    }

    private void show(String when, Country changed, Zone removed, Country added) {
        screen.item(when, changed.name() + " pays " + changed.currency());
        screen.item(
                "",
                removed + " is " + Instance.of(removed).lifecycle() + ", " + added + " is "
                        + Instance.of(added).lifecycle());
    }
}
