package dev.grapnel.conformance.odm.step;

import dev.grapnel.mongo.CursorAction;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmCursor;
import dev.grapnel.mongo.RemoveQuery;
import dev.grapnel.mongo.SessionExtension;
import org.jspecify.annotations.Nullable;

/** Overrides every hook of a session. */
final class SessionRecorder implements SessionExtension {
    private final Scene scene;
    private final RecordingExtension extension;

    SessionRecorder(Scene scene, RecordingExtension extension) {
        this.scene = scene;
        this.extension = extension;
    }

    @Override
    public void beforeFlush(@Nullable Object object) {
        flush("before_flush", object);
    }

    @Override
    public void afterFlush(@Nullable Object object) {
        flush("after_flush", object);
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

    @Override
    public void beforeRemove(Class<?> type, RemoveQuery<?> query) {
        remove("before_remove", type, query);
    }

    @Override
    public void afterRemove(Class<?> type, RemoveQuery<?> query) {
        remove("after_remove", type, query);
    }

    @Override
    public void cursorCreated(OdmCursor<?> cursor, CursorAction action) {
        CursorWords told = new CursorWords(scene);
        extension.hear(new Told(
                "cursor_created",
                scene.arguments(cursor).addAll(told.arguments(action)),
                told.options(action),
                null,
                cursor,
                cursor.type()));
    }

    @Override
    public void beforeCursorNext(OdmCursor<?> cursor) {
        next("before_cursor_next", cursor);
    }

    @Override
    public void afterCursorNext(OdmCursor<?> cursor) {
        next("after_cursor_next", cursor);
    }

    private void flush(String hook, @Nullable Object object) {
        Told told = object == null
                ? new Told(hook, scene.arguments(), null, null, null, null)
                : new Told(hook, scene.arguments(object), null, object, null, object.getClass());
        extension.hear(told);
    }

    private void write(String hook, Object object, ObjectState<?> state) {
        extension.hear(new Told(hook, scene.arguments(object, state), null, object, null, object.getClass()));
    }

    private void remove(String hook, Class<?> type, RemoveQuery<?> query) {
        extension.hear(
                new Told(hook, scene.arguments(type).addAll(scene.filter(query.filter())), null, null, null, type));
    }

    private void next(String hook, OdmCursor<?> cursor) {
        extension.hear(new Told(hook, scene.arguments(cursor), null, null, cursor, cursor.type()));
    }
}
