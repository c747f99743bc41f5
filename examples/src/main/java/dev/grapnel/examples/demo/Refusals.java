package dev.grapnel.examples.demo;

import dev.grapnel.examples.demo.model.Country;
import dev.grapnel.examples.demo.model.Currency;
import dev.grapnel.examples.demo.model.Currency_;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;

/** Breaks the rules. Shows that a listener refuses by throwing, and that its exception arrives as it was thrown. */
final class Refusals {
    private final SessionFactory sessions;
    private final Screen screen;

    Refusals(SessionFactory sessions, Screen screen) {
        this.sessions = sessions;
        this.screen = screen;
    }

    void run(Checks checks) {
        screen.section("Refused by listeners");
        checks.equal("a wrong code is refused", true, isRefused("set", () -> new Country("Xy", "Nowhere")));
        checks.equal("a deletion is refused", true, isRefused("before_flush", this::deleteEuro));
    }

    private void deleteEuro() {
        try (Session session = sessions.open()) {
            session.delete(session.query(Currency.class)
                    .where(Currency_.code.eq("EUR"))
                    .one());
            session.commit();
        }
    }

    private boolean isRefused(String event, Runnable deed) {
        try {
            deed.run();
            return false;
        } catch (IllegalArgumentException | IllegalStateException refusal) {
            screen.item(event, String.valueOf(refusal.getMessage()));
            return true;
        }
    }
}
