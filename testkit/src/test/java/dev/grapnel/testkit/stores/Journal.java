package dev.grapnel.testkit.stores;

import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.ObjectSession;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The one listener: it writes down what happens, counts revisions, and keeps texts in lower case. It knows no store. */
final class Journal {
    final List<String> lines = new ArrayList<>();

    void listenTo(EventTarget<? extends SessionEvents<? extends ObjectSession>> sessions) {
        SessionEvents<? extends ObjectSession> events = Events.on(sessions);
        events.beforeFlush(e -> lines.add("before_flush of " + planned(e.session())));
        events.afterFlush(e -> lines.add("after_flush"));
        events.transientToPending(e -> lines.add("pending " + name(e.instance())));
        events.pendingToPersistent(e -> lines.add("persistent " + name(e.instance())));
        events.loadedAsPersistent(e -> lines.add("loaded " + name(e.instance())));
        events.persistentToDeleted(e -> lines.add("deleted " + name(e.instance())));
    }

    void listenToNotes() {
        Mapped.on(Note.class).beforeInsert(e -> {
            e.target().revision = 1;
            lines.add("before_insert " + name(e.target()));
        });
        Mapped.on(Note.class).afterInsert(e -> lines.add("after_insert " + name(e.target())));
        Mapped.on(Note.class).beforeUpdate(e -> {
            e.target().revision++;
            lines.add("before_update " + name(e.target()));
        });
        Mapped.on(Note.class).afterUpdate(e -> lines.add("after_update " + name(e.target())));
        Mapped.on(Note.class).beforeDelete(e -> lines.add("before_delete " + name(e.target())));
        Mapped.on(Note.class).afterDelete(e -> lines.add("after_delete " + name(e.target())));
        ClassManager manager = Objects.requireNonNull(ClassManager.find(Note.class));
        InstanceEvents<Object> instances = manager.events();
        instances.load(e -> lines.add("load " + name(e.target())));
        AttributeEvents<Object, Object> text = manager.tracker("text").events();
        text.replaceOnSet(e -> String.valueOf(e.value()).toLowerCase(java.util.Locale.ROOT));
        text.onSet(e -> lines.add("set " + e.oldValue() + " to " + e.value()));
    }

    private static String planned(ObjectSession session) {
        return session.newObjects().size() + " new, " + session.dirty().size() + " dirty, "
                + session.deleted().size() + " deleted";
    }

    private static String name(Object object) {
        Note note = (Note) object;
        return note.id + "." + note.revision;
    }
}
