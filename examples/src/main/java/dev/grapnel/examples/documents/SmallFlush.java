package dev.grapnel.examples.documents;

import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.examples.documents.hooks.Timeline;
import dev.grapnel.examples.documents.model.Country;
import dev.grapnel.examples.documents.model.Currency;
import dev.grapnel.examples.documents.model.Language;
import dev.grapnel.examples.documents.model.Zone;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Adds, changes and deletes in one unit of work, and shows every hook of its flush in order. */
final class SmallFlush {
    private final OdmSessionFactory sessions;
    private final Timeline timeline;
    private final Screen screen;

    SmallFlush(OdmSessionFactory sessions, Timeline timeline, Screen screen) {
        this.sessions = sessions;
        this.timeline = timeline;
        this.screen = screen;
    }

    void run() {
        screen.section("One small flush, hook by hook");
        try (OdmSession session = sessions.open()) {
            Country country = Objects.requireNonNull(session.get(Country.class, "NZ"));
            Language language = Objects.requireNonNull(session.get(Language.class, "ae"));
            Zone zone = Objects.requireNonNull(session.get(Zone.class, "Etc/UTC"));
            timeline.on(session);
            country.rename("Aotearoa New Zealand");
            // Within a list of the document: seen all the same.
            zone.transitions().add(Map.of("moment", Instant.EPOCH, "before", 0, "after", 60));
            session.save(new Currency("XAT", "Atlantean Drachma", 2));
            session.save(new Country("XA", "Atlantis", "XAT", List.of("el")));
            session.delete(language);
            session.flush();
            timeline.end().forEach(screen::line);
        }
    }
}
