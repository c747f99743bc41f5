package dev.grapnel.examples.documents.hooks;

import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmCursor;
import dev.grapnel.mongo.SessionExtension;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts hooks of all sessions. Shows one extension that all sessions share. */
public final class Counters implements SessionExtension {
    private final Map<String, Long> counts = new TreeMap<>();

    private void count(String hook) {
        counts.merge(hook, 1L, Long::sum);
    }

    /** How often each hook was called. */
    public Map<String, Long> counts() {
        return counts;
    }

    /** How often a hook was called. */
    public long of(String hook) {
        return counts.getOrDefault(hook, 0L);
    }

    @Override
    public void beforeFlush(@Nullable Object object) {
        count("before_flush");
    }

    @Override
    public void afterFlush(@Nullable Object object) {
        count("after_flush");
    }

    @Override
    public void afterInsert(Object object, ObjectState<?> state) {
        count("after_insert");
    }

    @Override
    public void afterUpdate(Object object, ObjectState<?> state) {
        count("after_update");
    }

    @Override
    public void afterDelete(Object object, ObjectState<?> state) {
        count("after_delete");
    }

    @Override
    public void afterCursorNext(OdmCursor<?> cursor) {
        count("after_cursor_next");
    }
}
