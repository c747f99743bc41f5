package dev.grapnel.examples.documents;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.grapnel.examples.demo.Checks;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.examples.documents.model.Country;
import dev.grapnel.examples.documents.model.Currency;
import dev.grapnel.examples.documents.model.Zone;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds objects: by id, by filters in the words of the driver, within documents, and along references. */
final class Reading {
    private final OdmSessionFactory sessions;
    private final Screen screen;

    Reading(OdmSessionFactory sessions, Screen screen) {
        this.sessions = sessions;
        this.screen = screen;
    }

    void run(Checks checks) {
        screen.section("Query, and read lazily");
        try (OdmSession session = sessions.open()) {
            startWith(session);
            withinDocuments(session);
            identity(session, checks);
            references(session);
        }
    }

    private void startWith(OdmSession session) {
        String names = session.find(Country.class, Filters.regex("name", "^Ma")).sort(Sorts.ascending("name")).stream()
                .map(Country::name)
                .collect(Collectors.joining(", "));
        screen.item("Ma...", names);
    }

    private void withinDocuments(OdmSession session) {
        long zones =
                session.find(Zone.class, Filters.eq("transitions.after", 0)).count();
        screen.item("Greenwich time", zones + " zones once went over to it");
    }

    private void identity(OdmSession session, Checks checks) {
        Country first = session.get(Country.class, "IT");
        Country again = session.find(Country.class, Filters.eq("name", "Italy")).one();
        checks.equal("one object for one document", true, first == again);
        screen.item("Italy", "the same object by its id and by its name: " + (first == again));
    }

    private void references(OdmSession session) {
        @Nullable Country italy = session.get(Country.class, "IT");
        @Nullable Currency euro = italy == null ? null : italy.currency();
        if (euro != null) {
            screen.item("euro", euro.users().size() + " countries pay with the " + euro.name());
        }
    }
}
