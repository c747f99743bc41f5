package dev.grapnel.mongo.session;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.Listeners;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.session.workspace.WorkEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One flush: {@code before_flush}, one write after the other in the order of the unit of work, then {@code after_flush} (statement ODM-F1).
 *
 * <p>The unit of work may change meanwhile: what joins is written at the end, what leaves is passed by (statements ODM-H9, ODM-H10,
 * repaired).
 */
final class FlushRun implements FlushContext {
    private final SessionParts parts;
    private final Dispatch dispatch;
    /** What was written, while listeners are told of it; else null. */
    private @Nullable FlushedSets told;

    FlushRun(SessionParts parts, Dispatch dispatch) {
        this.parts = parts;
        this.dispatch = dispatch;
    }

    /** Writes all that is pending. */
    void all() {
        before(null);
        FlushedSets sets = new FlushedSets();
        List<WorkEntry> written = new ArrayList<>();
        BulkRun bulk = parts.settings().together() ? new BulkRun(parts) : null;
        WorkEntry entry = parts.work().nextPending(-1);
        while (entry != null) {
            sets.note(entry.object, entry.state.status());
            if (bulk == null) {
                parts.writer().write(ObjectWriter.kindOf(entry.state.status()), entry.state);
            } else {
                bulk.plan(ObjectWriter.kindOf(entry.state.status()), entry.state);
            }
            written.add(entry);
            entry = parts.work().nextPending(entry.place);
        }
        if (bulk != null) {
            bulk.send();
        }
        renew(written);
        after(null, sets);
    }

    /** What the flush that listeners are being told of has written; else null. */
    @Nullable FlushedSets told() {
        return told;
    }

    private void renew(List<WorkEntry> written) {
        for (WorkEntry entry : written) {
            if (parts.work().find(entry.state) == entry) {
                parts.identities().renew(entry);
            }
        }
    }

    /** Writes one object, which need not be in the session. */
    void one(Object object) {
        DocumentState<?> state = DocumentState.of(object);
        before(object);
        FlushedSets sets = new FlushedSets();
        ObjectStatus status = state.status();
        if (status != ObjectStatus.CLEAN) {
            sets.note(object, status);
            parts.writer().write(ObjectWriter.kindOf(status), state);
        }
        after(object, sets);
    }

    private void before(@Nullable Object object) {
        parts.extensions().each(extension -> extension.beforeFlush(object));
        fire(SessionEventKeys.BEFORE_FLUSH, object);
    }

    private void after(@Nullable Object object, FlushedSets sets) {
        FlushedSets outer = told;
        told = sets;
        try {
            fire(SessionEventKeys.AFTER_FLUSH, object);
        } finally {
            told = outer;
        }
        parts.moves().tellFlushed();
        fire(SessionEventKeys.AFTER_FLUSH_POSTEXEC, object);
        parts.extensions().each(extension -> extension.afterFlush(object));
    }

    @SuppressWarnings({"unchecked", "rawtypes"
    }) // a key is only a name; the event objects of this target are of its session
    private void fire(EventKey<?> key, @Nullable Object object) {
        Listeners listeners = dispatch.current((EventKey) key);
        if (!listeners.isEmpty()) {
            listeners.fire(new FlushEvent<>(parts.session(), this, object == null ? null : List.of(object)));
        }
    }

    @Override
    public boolean isDeleted(InstanceState state) {
        return ClassManager.of(state).mapper() instanceof dev.grapnel.mongo.mapping.DocumentMapper mapper
                && mapper.stateOf(state).status() == ObjectStatus.DELETED;
    }
}
