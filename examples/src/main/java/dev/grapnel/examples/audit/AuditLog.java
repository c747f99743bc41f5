package dev.grapnel.examples.audit;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.History;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import java.util.function.Supplier;

/**
 * Writes an entry for each new, changed and deleted object, whatever its class.
 *
 * <p>The entries are objects, added before the flush, so they are written in the same transaction: a rollback takes them along.
 */
final class AuditLog {
    private final Supplier<String> user;

    private AuditLog(Supplier<String> user) {
        this.user = user;
    }

    /**
     * Begins to write the log of all sessions of a factory.
     *
     * @param sessions to audit
     * @param user who is at work
     */
    static void on(SessionFactory sessions, Supplier<String> user) {
        Events.on(sessions).beforeFlush(new AuditLog(user)::write);
    }

    private void write(FlushEvent<Session> event) {
        Session session = event.session();
        for (Object object : session.newObjects()) {
            note(session, object, "added");
        }
        for (Object object : session.dirty()) {
            writeChanges(session, object);
        }
        for (Object object : session.deleted()) {
            note(session, object, "deleted");
        }
    }

    /** An object in {@code dirty()} was touched; whether it has really changed is in the history of its attributes. */
    private void writeChanges(Session session, Object object) {
        Instance<Object> instance = Instance.of(object);
        for (Property property : Mapper.of(instance.state()).properties()) {
            History<Object> history = instance.history(property.name());
            if (history.hasChanges()) {
                note(session, object, property.name() + " " + history.deleted() + " -> " + history.added());
            }
        }
    }

    private void note(Session session, Object object, String what) {
        session.add(new AuditEntry(user.get(), String.valueOf(object), what));
    }
}
