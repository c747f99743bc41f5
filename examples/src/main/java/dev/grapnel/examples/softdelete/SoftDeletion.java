package dev.grapnel.examples.softdelete;

import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import java.time.Instant;

/**
 * Turns deletions into updates: before the flush, what is marked for deletion is added again and changed instead.
 *
 * <p>Queries leave deleted objects out by a condition of their own; a later version of Grapnel lets a listener add it to all of them.
 */
final class SoftDeletion {
    private SoftDeletion() {}

    /** Keeps the rows of soft-deletable objects. */
    static void on(SessionFactory sessions) {
        Events.on(sessions).beforeFlush(SoftDeletion::keepRows);
    }

    private static void keepRows(FlushEvent<Session> event) {
        for (Object object : event.session().deleted()) {
            if (object instanceof SoftDeletable deletable) {
                event.session().add(object);
                deletable.deletedAt(Instant.now());
            }
        }
    }
}
