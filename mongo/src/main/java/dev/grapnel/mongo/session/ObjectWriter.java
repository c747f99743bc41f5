package dev.grapnel.mongo.session;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.mapping.VersionCounter;
import java.util.List;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.codecs.configuration.CodecConfigurationException;

/** Writes one object, with the hooks around it. */
final class ObjectWriter {
    private final SessionParts parts;
    private final WriteHooks hooks;

    ObjectWriter(SessionParts parts, WriteHooks hooks) {
        this.parts = parts;
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
        before(kind, state);
        writeOnly(kind, state);
        after(kind, state);
    }

    void before(WriteKind kind, DocumentState<?> state) {
        enter(kind, state);
        state.complete();
        hooks.before(kind, state);
    }

    /** What is written past the unit of work is entered now. */
    private void enter(WriteKind kind, DocumentState<?> state) {
        if (kind == WriteKind.DELETE) {
            state.leaving();
        } else if (parts.work().find(state) == null) {
            state.joining();
        }
    }

    /** An object that was deleted leaves behind the hooks, also if one of them fails. */
    void after(WriteKind kind, DocumentState<?> state) {
        try {
            hooks.after(kind, state);
        } finally {
            if (kind == WriteKind.DELETE) {
                parts.members().deleted(state);
            }
        }
    }

    void writeOnly(WriteKind kind, DocumentState<?> state) {
        if (kind == WriteKind.DELETE) {
            delete(state);
            return;
        }
        prepare(kind, state);
        try {
            send(kind, state);
        } catch (BSONException | CodecConfigurationException | ArithmeticException | IllegalArgumentException failed) {
            throw new Unwritable(parts).explained(List.of(state), failed);
        }
        written(kind, state);
    }

    private void send(WriteKind kind, DocumentState<?> state) {
        if (kind == WriteKind.INSERT) {
            parts.layer(state.mapper())
                    .writes()
                    .insert(
                            state.mapper().collection(),
                            state.document(),
                            state.mapper().beforeSave());
        } else {
            update(state);
        }
    }

    /** The document is about to be taken. */
    void prepare(WriteKind kind, DocumentState<?> state) {
        state.mapper().form().checkNested(state.instanceState());
        VersionCounter version = state.mapper().version();
        if (version != null && kind == WriteKind.INSERT) {
            version.begin(state.instanceState());
        }
    }

    /** The document is written. */
    void written(WriteKind kind, DocumentState<?> state) {
        switch (kind) {
            case INSERT -> {
                state.written();
                parts.members().inserted(state);
            }
            case UPDATE -> {
                boolean isNew = !state.isStored();
                state.written();
                parts.members().updated(state, isNew);
            }
            case DELETE -> parts.members().deleted(state);
        }
    }

    private void update(DocumentState<?> state) {
        DocumentMapper mapper = state.mapper();
        VersionCounter version = mapper.version();
        if (version == null || !state.isStored()) {
            parts.layer(mapper)
                    .writes()
                    .save(mapper.collection(), state.document(), state.writtenFields(), mapper.beforeSave());
        } else {
            updateIfCurrent(state, version);
        }
    }

    private void updateIfCurrent(DocumentState<?> state, VersionCounter version) {
        DocumentMapper mapper = state.mapper();
        Document document = version.raised(state.document());
        Document expected = version.expected(state);
        boolean current = parts.layer(mapper)
                .writes()
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
        Document expected = version == null ? null : version.expected(state);
        Object id = mapper.ids().stored(state.instanceState());
        boolean there = parts.layer(mapper).writes().delete(mapper.collection(), id, expected);
        if (!there && expected != null) {
            throw conflict("delete", state);
        }
    }

    private StaleDataException conflict(String operation, DocumentState<?> state) {
        StaleDataException conflict = new StaleDataException("Cannot " + operation + " " + state.instanceState()
                + ": its document was changed or deleted since it was loaded. Refresh the object and do it again.");
        parts.members().conflict(state, conflict);
        return conflict;
    }
}
