package dev.grapnel.mongo.session;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.mapping.VersionCounter;
import org.bson.Document;

/** Writes one object, with the hooks around it. */
final class ObjectWriter {
    private final RealSession session;
    private final WriteHooks hooks;

    ObjectWriter(RealSession session, WriteHooks hooks) {
        this.session = session;
        this.hooks = hooks;
    }

    static WriteKind kindOf(ObjectStatus status) {
        return switch (status) {
            case NEW -> WriteKind.INSERT;
            case DIRTY, CLEAN -> WriteKind.UPDATE;
            case DELETED -> WriteKind.DELETE;
        };
    }

    /** Before hooks, the write, after hooks; an exception ends it where it is (section 4.2). */
    void write(WriteKind kind, DocumentState<?> state) {
        state.complete();
        hooks.before(kind, state);
        switch (kind) {
            case INSERT -> insert(state);
            case UPDATE -> update(state);
            case DELETE -> delete(state);
        }
        try {
            hooks.after(kind, state);
        } finally {
            if (kind == WriteKind.DELETE) {
                session.leaveDeleted(state);
            }
        }
    }

    private void insert(DocumentState<?> state) {
        DocumentMapper mapper = state.mapper();
        mapper.checkNested(state.instanceState());
        VersionCounter version = mapper.version();
        if (version != null) {
            version.begin(state.instanceState());
        }
        session.layer().insert(mapper.collection(), state.document(), mapper.beforeSave());
        state.written();
        session.inserted(state);
    }

    private void update(DocumentState<?> state) {
        DocumentMapper mapper = state.mapper();
        mapper.checkNested(state.instanceState());
        VersionCounter version = mapper.version();
        if (version == null || !state.isStored()) {
            session.layer().save(mapper.collection(), state.document(), state.writtenFields(), mapper.beforeSave());
        } else {
            updateIfCurrent(state, version);
        }
        state.written();
        session.settled(state);
    }

    private void updateIfCurrent(DocumentState<?> state, VersionCounter version) {
        DocumentMapper mapper = state.mapper();
        Document document = version.raised(state.document());
        Document expected = version.expected(state.instanceState());
        boolean current = session.layer()
                .saveIf(
                        mapper.collection(),
                        document,
                        version.among(state.writtenFields()),
                        expected,
                        mapper.beforeSave());
        if (!current) {
            throw conflict("update", state);
        }
        version.raise(state.instanceState());
    }

    private void delete(DocumentState<?> state) {
        DocumentMapper mapper = state.mapper();
        VersionCounter version = state.isStored() ? mapper.version() : null;
        Document expected = version == null ? null : version.expected(state.instanceState());
        Object id = mapper.storedId(state.instanceState());
        boolean there = session.layer().delete(mapper.collection(), id, expected);
        if (!there && expected != null) {
            throw conflict("delete", state);
        }
    }

    private StaleDataException conflict(String operation, DocumentState<?> state) {
        StaleDataException conflict = new StaleDataException("Cannot " + operation + " " + state.instanceState()
                + ": its document was changed or deleted since it was loaded. Refresh the object and do it again.");
        session.conflict(state, conflict);
        return conflict;
    }
}
