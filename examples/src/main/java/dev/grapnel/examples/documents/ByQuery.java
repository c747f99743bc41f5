package dev.grapnel.examples.documents;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.grapnel.examples.demo.Checks;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.examples.documents.model.Country;
import dev.grapnel.examples.documents.model.Zone;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.Objects;

/** Changes and removes by query. Shows that loaded objects stay as they are until they are refreshed, and that a hook may narrow a removal. */
final class ByQuery {
    private final OdmSessionFactory sessions;
    private final Screen screen;

    ByQuery(OdmSessionFactory sessions, Screen screen) {
        this.sessions = sessions;
        this.screen = screen;
    }

    void run(Checks checks) {
        screen.section("By query");
        try (OdmSession session = sessions.open()) {
            change(session, checks);
            remove(session, checks);
        }
    }

    private void change(OdmSession session, Checks checks) {
        Country japan = Objects.requireNonNull(session.get(Country.class, "JP"));
        session.update(Country.class, Filters.eq("_id", "JP"), Updates.set("name", "Nippon"));
        String before = japan.name();
        session.refresh(japan);
        screen.item("changed", before + " in memory, " + japan.name() + " after a refresh");
        checks.equal("a loaded object stays as it is", "Japan", before);
        checks.equal("a refreshed object is as it is stored", "Nippon", japan.name());
    }

    private void remove(OdmSession session, Checks checks) {
        long asked = session.find(Zone.class, Filters.regex("_id", "/R")).count();
        long removed = session.remove(Zone.class, Filters.regex("_id", "/R")).getDeletedCount();
        screen.item("removed", removed + " of " + asked + " zones: the hook spares Europe");
        checks.equal("a hook spares Europe", true, session.get(Zone.class, "Europe/Rome") != null);
    }
}
