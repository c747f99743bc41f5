package dev.grapnel.examples.documents;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.examples.demo.Checks;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.examples.documents.model.Country;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.Objects;

/** Two sessions change one document. Shows that the version keeps the second one from writing over the first. */
final class OtherWriter {
    private final OdmSessionFactory sessions;
    private final Screen screen;

    OtherWriter(OdmSessionFactory sessions, Screen screen) {
        this.sessions = sessions;
        this.screen = screen;
    }

    void run(Checks checks) {
        screen.section("Somebody else was faster");
        try (OdmSession session = sessions.open();
                OdmSession other = sessions.open()) {
            Country mine = Objects.requireNonNull(session.get(Country.class, "IS"));
            Objects.requireNonNull(other.get(Country.class, "IS")).rename("Ísland");
            other.flush();
            mine.rename("Isle of Ice");
            checks.equal("a stale object is not written", true, isStale(session));
            session.refresh(mine);
            screen.item("refreshed", mine.name() + ", version " + mine.version());
        }
    }

    private boolean isStale(OdmSession session) {
        try {
            session.flush();
            return false;
        } catch (StaleDataException refused) {
            screen.item("refused", String.valueOf(refused.getMessage()));
            return true;
        }
    }
}
