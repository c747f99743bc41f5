package dev.grapnel.examples.demo.listeners;

import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.History;
import dev.grapnel.events.Events;
import dev.grapnel.examples.demo.model.Country;
import dev.grapnel.examples.demo.model.Country_;
import dev.grapnel.examples.demo.model.JournalEntry;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Writes down what happens, in the transaction in which it happens. Shows the two places for that: objects added before the flush, and
 * plain SQL on the live connection while a row is written. JPA's callbacks allow neither.
 */
public final class Audit {
    private Audit() {}

    /** Begins to write the journal of flushes and the history of names. */
    public static void on(SessionFactory sessions) {
        Events.on(sessions).beforeFlush(Audit::countInJournal);
        Mapped.on(Country.class).beforeUpdate(Audit::keepFormerName);
    }

    /** What is added in before_flush takes part in that flush. */
    private static void countInJournal(FlushEvent<Session> event) {
        Session session = event.session();
        session.add(new JournalEntry(
                session.newObjects().size(),
                session.dirty().size(),
                session.deleted().size()));
    }

    /** The history of an attribute holds what it was, until the flush is over. */
    private static void keepFormerName(PersistEvent<Country> event) {
        History<String> name = Instance.of(event.target()).history(Country_.name);
        if (name.hasChanges()) {
            event.connection()
                    .unwrap(DSLContext.class)
                    .insertInto(DSL.table("name_change"), DSL.field("country"), DSL.field("formerly"), DSL.field("now"))
                    .values(
                            event.target().code(),
                            name.deleted().get(0),
                            name.added().get(0))
                    .execute();
        }
    }
}
