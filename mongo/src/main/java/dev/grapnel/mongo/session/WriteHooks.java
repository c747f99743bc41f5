package dev.grapnel.mongo.session;

import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.mapping.PersistListeners;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.events.Listeners;
import dev.grapnel.mongo.MapperExtension;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.mapping.DocumentState;

/**
 * Calls what stands around one write: session extensions, then extensions of the class, then listeners to mapper events, the write, and the
 * same from the inside out (section 4.1).
 */
final class WriteHooks {
    private final OdmSession session;
    private final Extensions extensions;
    private final StoreConnection connection;

    WriteHooks(OdmSession session, Extensions extensions, StoreConnection connection) {
        this.session = session;
        this.extensions = extensions;
        this.connection = connection;
    }

    void before(WriteKind kind, DocumentState<?> state) {
        Object object = state.object();
        if (!extensions.isEmpty()) {
            tellSession(kind, object, state);
        }
        for (MapperExtension<Object> extension : state.mapper().extensions()) {
            before(kind, extension, object, cast(state));
        }
        fire(listeners(kind, state, true), state);
    }

    private void tellSession(WriteKind kind, Object object, DocumentState<?> state) {
        switch (kind) {
            case INSERT -> extensions.each(extension -> extension.beforeInsert(object, state));
            case UPDATE -> extensions.each(extension -> extension.beforeUpdate(object, state));
            case DELETE -> extensions.each(extension -> extension.beforeDelete(object, state));
        }
    }

    private void before(WriteKind kind, MapperExtension<Object> extension, Object object, ObjectState<Object> state) {
        switch (kind) {
            case INSERT -> extension.beforeInsert(object, state, session);
            case UPDATE -> extension.beforeUpdate(object, state, session);
            case DELETE -> extension.beforeDelete(object, state, session);
        }
    }

    void after(WriteKind kind, DocumentState<?> state) {
        Object object = state.object();
        fire(listeners(kind, state, false), state);
        for (MapperExtension<Object> extension : state.mapper().extensions()) {
            after(kind, extension, object, cast(state));
        }
        if (extensions.isEmpty()) {
            return;
        }
        switch (kind) {
            case INSERT -> extensions.each(extension -> extension.afterInsert(object, state));
            case UPDATE -> extensions.each(extension -> extension.afterUpdate(object, state));
            case DELETE -> extensions.each(extension -> extension.afterDelete(object, state));
        }
    }

    private void after(WriteKind kind, MapperExtension<Object> extension, Object object, ObjectState<Object> state) {
        switch (kind) {
            case INSERT -> extension.afterInsert(object, state, session);
            case UPDATE -> extension.afterUpdate(object, state, session);
            case DELETE -> extension.afterDelete(object, state, session);
        }
    }

    private static Listeners<PersistEvent<Object>> listeners(WriteKind kind, DocumentState<?> state, boolean before) {
        PersistListeners all = state.mapper().persistListeners();
        return switch (kind) {
            case INSERT -> before ? all.beforeInsert : all.afterInsert;
            case UPDATE -> before ? all.beforeUpdate : all.afterUpdate;
            case DELETE -> before ? all.beforeDelete : all.afterDelete;
        };
    }

    private void fire(Listeners<PersistEvent<Object>> listeners, DocumentState<?> state) {
        if (!listeners.isEmpty()) {
            listeners.fireWhile(
                    new PersistEvent<>(state.mapper(), connection, state.instanceState()), event -> !event.isStopped());
        }
    }

    @SuppressWarnings("unchecked") // hooks of a class get the states of its objects
    private static ObjectState<Object> cast(DocumentState<?> state) {
        return (ObjectState<Object>) state;
    }
}
