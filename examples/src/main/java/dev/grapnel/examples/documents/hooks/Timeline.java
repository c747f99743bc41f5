package dev.grapnel.examples.documents.hooks;

import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.SessionExtension;
import dev.grapnel.mongo.command.DocumentObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Notes what happens in a flush, in order. Shows every hook around a write, and the commands between them. */
public final class Timeline implements SessionExtension, DocumentObserver {
    private final List<String> lines = new ArrayList<>();
    private @Nullable OdmSession session;

    /** Begins with the hooks of a session; commands are told by the store. */
    public void on(OdmSession watched) {
        session = watched;
        watched.registerExtension(made -> this);
        lines.clear();
    }

    /** Ends, and gives what happened. */
    public List<String> end() {
        session = null;
        return List.copyOf(lines);
    }

    private void note(int depth, String what, Object about) {
        if (session == null) {
            return;
        }
        String told = about instanceof Document document ? document.toJson() : String.valueOf(about);
        lines.add("%-24s %s".formatted(" ".repeat(depth) + what, told));
    }

    @Override
    public void beforeFlush(@Nullable Object object) {
        if (session != null) {
            note(0, "before_flush", "new " + session.unitOfWork().newObjects());
            note(
                    0,
                    "",
                    "dirty " + session.unitOfWork().dirty() + ", deleted "
                            + session.unitOfWork().deleted());
        }
    }

    @Override
    public void afterFlush(@Nullable Object object) {
        note(0, "after_flush", "all documents are written");
    }

    @Override
    public void beforeInsert(Object object, ObjectState<?> state) {
        write("before_insert", object, state);
    }

    @Override
    public void afterInsert(Object object, ObjectState<?> state) {
        write("after_insert", object, state);
    }

    @Override
    public void beforeUpdate(Object object, ObjectState<?> state) {
        write("before_update", object, state);
    }

    @Override
    public void afterUpdate(Object object, ObjectState<?> state) {
        write("after_update", object, state);
    }

    @Override
    public void beforeDelete(Object object, ObjectState<?> state) {
        write("before_delete", object, state);
    }

    @Override
    public void afterDelete(Object object, ObjectState<?> state) {
        write("after_delete", object, state);
    }

    private void write(String hook, Object object, ObjectState<?> state) {
        note(1, hook, object + " is " + state.status().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void insert(String collection, Document document) {
        note(2, "insert", document);
    }

    @Override
    public void save(String collection, Document document, @Nullable List<String> fields) {
        note(2, "replace", document);
    }

    @Override
    public void delete(String collection, @Nullable Object id) {
        note(2, "delete", collection + " " + id);
    }
}
