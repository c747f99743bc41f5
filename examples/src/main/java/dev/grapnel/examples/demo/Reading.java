package dev.grapnel.examples.demo;

import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.examples.demo.model.Country;
import dev.grapnel.examples.demo.model.Country_;
import dev.grapnel.examples.demo.model.Currency;
import dev.grapnel.examples.demo.model.Letter;
import dev.grapnel.examples.demo.model.Letter_;
import dev.grapnel.examples.demo.model.Transition;
import dev.grapnel.examples.demo.model.Transition_;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;

/** Finds objects: by key, by conditions in the words of jOOQ, and along references, which are loaded when they are first read. */
final class Reading {
    private final SessionFactory sessions;
    private final Screen screen;

    Reading(SessionFactory sessions, Screen screen) {
        this.sessions = sessions;
        this.screen = screen;
    }

    void run() {
        screen.section("Query, and read lazily");
        try (Session session = sessions.open()) {
            startWith(session);
            unusualShifts(session);
            longestName(session);
            euro(session);
        }
    }

    private void startWith(Session session) {
        List<Country> countries = session.query(Country.class)
                .where(Country_.name.like("Ma%"), Country_.slug.notLike("%-%"))
                .orderBy(Country_.name)
                .list();
        screen.item("Ma...", countries.stream().map(Country::name).collect(Collectors.joining(", ")));
    }

    private void unusualShifts(Session session) {
        Transition greatest = session.query(Transition.class)
                .orderBy(Transition_.minutesMoved.desc(), Transition_.moment)
                .limit(1)
                .one();
        screen.item(
                "greatest leap",
                greatest.minutesMoved() + " minutes, in " + greatest.zone().id() + " at " + greatest.moment());
    }

    private void longestName(Session session) {
        Letter longest = session.query(Letter.class)
                .orderBy(DSL.length(Letter_.name).desc(), Letter_.codePoint)
                .first()
                .orElseThrow();
        screen.item("longest name", longest.name());
    }

    /** Counts statements while a reference is read twice. A listener goes when its subscription is closed. */
    private void euro(Session session) {
        Currency euro = session.getOne(Currency.class, "EUR");
        AtomicInteger statements = new AtomicInteger();
        Subscription counting = Events.on(sessions.engine()).afterStatement(e -> statements.incrementAndGet());
        screen.item("euro", "not loaded yet: " + Instance.of(euro).unloaded());
        int users = euro.users().size();
        euro.users().forEach(Country::name);
        counting.close();
        screen.item("", users + " countries pay with it, read by " + statements + " statement");
    }
}
