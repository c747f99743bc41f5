package dev.grapnel.examples.demo;

import dev.grapnel.examples.demo.listeners.Timeline;
import dev.grapnel.examples.demo.model.Country;
import dev.grapnel.examples.demo.model.Currency;
import dev.grapnel.examples.demo.model.Language;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import java.util.List;

/** Adds, changes and deletes in one unit of work, and shows every event of its commit in order. */
final class SmallFlush {
    private final SessionFactory sessions;
    private final Screen screen;

    SmallFlush(SessionFactory sessions, Screen screen) {
        this.sessions = sessions;
        this.screen = screen;
    }

    void run() {
        screen.section("One small flush, event by event");
        try (Session session = sessions.open()) {
            Country country = session.getOne(Country.class, "NZ");
            Language language = session.getOne(Language.class, "ae");
            try (Timeline timeline = Timeline.of(session)) {
                country.rename("  Aotearoa New Zealand ");
                Country atlantis = new Country("XA", "Atlantis");
                Currency drachma = new Currency("XAT", "Atlantean Drachma", 2);
                atlantis.pays(drachma);
                session.addAll(List.of(drachma, atlantis));
                session.delete(language);
                session.commit();
                timeline.lines().forEach(screen::line);
            }
        }
    }
}
