package dev.grapnel.mongo;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A session extension that notes each call as a line, with the status of the object. */
class Recorder implements SessionExtension {
    private final String name;
    private final List<String> trace;

    Recorder(String name, List<String> trace) {
        this.name = name;
        this.trace = trace;
    }

    private void note(String hook) {
        trace.add(name + ' ' + hook);
    }

    private void note(String hook, ObjectState<?> state) {
        note(hook
                + ' '
                + state.document().get("_id")
                + ' '
                + state.status().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void beforeFlush(@Nullable Object object) {
        note("before_flush");
    }

    @Override
    public void afterFlush(@Nullable Object object) {
        note("after_flush");
    }

    @Override
    public void beforeInsert(Object object, ObjectState<?> state) {
        note("before_insert", state);
    }

    @Override
    public void afterInsert(Object object, ObjectState<?> state) {
        note("after_insert", state);
    }

    @Override
    public void beforeUpdate(Object object, ObjectState<?> state) {
        note("before_update", state);
    }

    @Override
    public void afterUpdate(Object object, ObjectState<?> state) {
        note("after_update", state);
    }

    @Override
    public void beforeDelete(Object object, ObjectState<?> state) {
        note("before_delete", state);
    }

    @Override
    public void afterDelete(Object object, ObjectState<?> state) {
        note("after_delete", state);
    }

    @Override
    public void beforeRemove(Class<?> type, RemoveQuery<?> query) {
        note("before_remove " + type.getSimpleName());
    }

    @Override
    public void afterRemove(Class<?> type, RemoveQuery<?> query) {
        note("after_remove " + type.getSimpleName());
    }

    @Override
    public void beforeUpdateQuery(Class<?> type, UpdateQuery<?> query) {
        note("before_update_query " + type.getSimpleName());
    }

    @Override
    public void afterUpdateQuery(Class<?> type, UpdateQuery<?> query) {
        note("after_update_query " + type.getSimpleName());
    }

    @Override
    public void cursorCreated(OdmCursor<?> cursor, CursorAction action) {
        note("cursor_created " + action.name());
    }

    @Override
    public void beforeCursorNext(OdmCursor<?> cursor) {
        note("before_cursor_next");
    }

    @Override
    public void afterCursorNext(OdmCursor<?> cursor) {
        note("after_cursor_next");
    }
}
