package dev.grapnel.examples.demo.listeners;

import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.ObjectEvent;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.examples.demo.model.Country_;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.connection.StatementEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down, in order, what happens in one session. Shows that a subscription ends when it is closed: a timeline listens for the length
 * of a {@code try} block, and leaves nothing behind.
 */
public final class Timeline implements AutoCloseable {
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private Timeline() {}

    /** Begins to listen. */
    public static Timeline of(Session session) {
        Timeline timeline = new Timeline();
        timeline.listenToAttributes();
        timeline.listenToFlushAndCommit(Events.on(session));
        timeline.listenToMoves(Events.on(session));
        timeline.listenToRows();
        timeline.until(Events.on(session.factory().engine()).beforeStatement(timeline::statement));
        return timeline;
    }

    private void listenToAttributes() {
        until(Events.on(Country_.name).onSet(e -> line(0, "set Country.name", e.value())));
    }

    private void listenToFlushAndCommit(SessionEvents<Session> session) {
        until(session.beforeCommit(e -> line(0, "before_commit", "")));
        until(session.beforeFlush(this::beforeFlush));
        until(session.afterFlush(e -> line(1, "after_flush", "all rows are written")));
        until(session.afterFlushPostexec(e -> line(1, "after_flush_postexec", "the session has no changes")));
        until(session.afterCommit(e -> line(0, "after_commit", "")));
    }

    /** The listeners of the factory ran before those of this session, so the journal entry is among the new objects. */
    private void beforeFlush(FlushEvent<Session> event) {
        line(1, "before_flush", "new " + event.session().newObjects());
        line(
                1,
                "",
                "dirty " + event.session().dirty() + ", deleted "
                        + event.session().deleted());
    }

    private void listenToMoves(SessionEvents<Session> session) {
        until(session.transientToPending(e -> move("transient_to_pending", e)));
        until(session.pendingToPersistent(e -> move("pending_to_persistent", e)));
        until(session.persistentToDeleted(e -> move("persistent_to_deleted", e)));
        until(session.deletedToDetached(e -> move("deleted_to_detached", e)));
    }

    private void listenToRows() {
        until(Mapped.onAll().beforeInsert(e -> line(2, "before_insert", e.target())));
        until(Mapped.onAll().afterInsert(e -> line(2, "after_insert", e.target())));
        until(Mapped.onAll().beforeUpdate(e -> line(2, "before_update", e.target())));
        until(Mapped.onAll().afterUpdate(e -> line(2, "after_update", e.target())));
        until(Mapped.onAll().beforeDelete(e -> line(2, "before_delete", e.target())));
        until(Mapped.onAll().afterDelete(e -> line(2, "after_delete", e.target())));
    }

    private void until(Subscription subscription) {
        subscriptions.add(subscription);
    }

    private void move(String name, ObjectEvent<Session> event) {
        line(1, name, event.instance());
    }

    private void statement(StatementEvent event) {
        line(3, "SQL", event.text().replace("\"", ""));
    }

    private void line(int depth, String name, @Nullable Object about) {
        lines.add("%-24s %s".formatted(" ".repeat(depth) + name, about).stripTrailing());
    }

    /** What happened so far. */
    public List<String> lines() {
        return lines;
    }

    /** Stops to listen. */
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
