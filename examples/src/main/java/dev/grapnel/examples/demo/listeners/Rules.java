package dev.grapnel.examples.demo.listeners;

import dev.grapnel.core.instrument.SetEvent;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.events.Events;
import dev.grapnel.examples.demo.model.Country;
import dev.grapnel.examples.demo.model.Country_;
import dev.grapnel.examples.demo.model.Currency;
import dev.grapnel.examples.demo.model.Transition;
import dev.grapnel.examples.demo.model.Zone;
import dev.grapnel.examples.demo.model.Zone_;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import java.util.Locale;

/**
 * The rules of the world. Shows the four things a listener can do: <em>change</em> a value on its way in, <em>derive</em> another,
 * <em>validate</em> and <em>refuse</em> by throwing.
 */
public final class Rules {
    private Rules() {}

    /** Puts the rules on the classes and sessions; from then on nobody gets past them. */
    public static void on(SessionFactory sessions) {
        // At the moment of the write, before it takes effect, in constructors too. Listeners run in the order in which
        // they came.
        Events.on(Country_.name).replaceOnSet(Rules::cleaned);
        Events.on(Country_.name).onSet(Rules::deriveSlug);
        Events.on(Country_.code).onSet(Rules::validateCode);
        Events.on(Zone_.id).onSet(Rules::deriveRegion);
        // While a flush writes, right before the row goes out.
        Mapped.on(Transition.class).beforeInsert(Rules::deriveMinutes);
        // Before a flush decides what to write.
        Events.on(sessions).beforeFlush(Rules::refuseToDeleteUsedCurrencies);
    }

    private static String cleaned(SetEvent<Country, String> event) {
        String name = event.value();
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("A country needs a name.");
        }
        return name.strip();
    }

    private static void deriveSlug(SetEvent<Country, String> event) {
        event.target().slug(slug(String.valueOf(event.value())));
    }

    /** The name in lower case, with dashes for whatever is no letter. */
    public static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", "-").replaceAll("^-|-$", "");
    }

    private static void validateCode(SetEvent<Country, String> event) {
        if (!String.valueOf(event.value()).matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "'" + event.value() + "' is no country code: two capital letters are wanted.");
        }
    }

    private static void deriveRegion(SetEvent<Zone, String> event) {
        String id = String.valueOf(event.value());
        event.target().region(id.contains("/") ? id.substring(0, id.indexOf('/')) : "Other");
    }

    private static void deriveMinutes(PersistEvent<Transition> event) {
        Transition transition = event.target();
        transition.minutesMoved((transition.secondsAfter() - transition.secondsBefore()) / 60);
    }

    private static void refuseToDeleteUsedCurrencies(FlushEvent<Session> event) {
        for (Object object : event.session().deleted()) {
            if (object instanceof Currency currency && !currency.users().isEmpty()) {
                throw new IllegalStateException(currency.code() + " cannot be deleted: "
                        + currency.users().size() + " countries pay with it.");
            }
        }
    }
}
