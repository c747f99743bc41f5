package dev.grapnel.examples.documents;

import dev.grapnel.core.error.ValidationException;
import dev.grapnel.examples.demo.Checks;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.examples.documents.model.Currency;
import dev.grapnel.examples.documents.model.Zone;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.Map;
import java.util.Objects;

/** Breaks the rules. Shows what the mapping refuses, at once and before a write, and what a hook refuses. */
final class Refusals {
    private final OdmSessionFactory sessions;
    private final Screen screen;

    Refusals(OdmSessionFactory sessions, Screen screen) {
        this.sessions = sessions;
        this.screen = screen;
    }

    void run(Checks checks) {
        screen.section("Refused");
        checks.equal("a wrong value is refused", true, isRefused("set", this::wrongValue));
        checks.equal("a wrong value in a list is refused", true, isRefused("flush", this::wrongTransition));
        checks.equal("a deletion is refused", true, isRefused("before_flush", this::deleteEuro));
    }

    private void wrongValue() {
        try (OdmSession session = sessions.open()) {
            Currency euro = Objects.requireNonNull(session.get(Currency.class, "EUR"));
            ObjectState.of(euro).set("digits", "two");
        }
    }

    private void wrongTransition() {
        try (OdmSession session = sessions.open()) {
            Zone zone = Objects.requireNonNull(session.get(Zone.class, "Europe/Rome"));
            zone.transitions().add(Map.of("before", 0));
            session.flush();
        }
    }

    private void deleteEuro() {
        try (OdmSession session = sessions.open()) {
            session.delete(Objects.requireNonNull(session.get(Currency.class, "EUR")));
            session.flush();
        }
    }

    private boolean isRefused(String moment, Runnable deed) {
        try {
            deed.run();
            return false;
        } catch (ValidationException | IllegalStateException refusal) {
            screen.item(moment, String.valueOf(refusal.getMessage()));
            return true;
        }
    }
}
