package dev.grapnel.mongo.session;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.ObjectDeletedException;
import dev.grapnel.mongo.CursorAction;
import dev.grapnel.mongo.FindOneOptions;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.OdmCursor;
import dev.grapnel.mongo.UpdateQuery;
import dev.grapnel.mongo.command.DocumentQuery;
import dev.grapnel.mongo.command.FindAndChange;
import dev.grapnel.mongo.command.Rows;
import dev.grapnel.mongo.command.StoredRow;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.mapping.Projection;
import dev.grapnel.mongo.session.workspace.WorkEntry;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How documents become the objects of a session. */
final class Queries {
    private final SessionParts parts;

    Queries(SessionParts parts) {
        this.parts = parts;
    }

    <T> @Nullable T get(Class<T> type, @Nullable Object id) {
        DocumentMapper mapper = DocumentMapper.of(type);
        Object wanted = mapper.ids().inMemory(id);
        WorkEntry known = parts.identities().find(mapper, wanted);
        if (known != null && type.isInstance(known.object)) {
            return type.cast(known.object);
        }
        return find(type, new Document("_id", mapper.ids().stored(wanted)), FindOptions.NONE)
                .first()
                .orElse(null);
    }

    <T> OdmCursor<T> find(Class<T> type, @Nullable Bson filter, FindOptions options) {
        DocumentMapper mapper = DocumentMapper.of(type);
        if (filter == null && !options.equals(FindOptions.NONE)) {
            throw new InvalidArgumentException("Cannot query " + type.getName()
                    + " with options and without a filter. Give an empty filter to mean all documents.");
        }
        List<String> fields = Projection.of(mapper, options);
        parts.flushing().beforeQuery();
        Bson asked = filter == null ? new Document() : filter;
        DocumentQuery query = parts.layer(mapper).reads().find(mapper.collection(), mapper.restricted(asked), fields);
        ObjectCursor<T> cursor = new ObjectCursor<>(parts, type, query, options);
        CursorAction.Find action = new CursorAction.Find(type, asked, options);
        parts.extensions().each(extension -> extension.cursorCreated(cursor, action));
        return cursor;
    }

    <T> @Nullable T findOneAndUpdate(Class<T> type, Bson filter, Bson change, FindOneOptions options) {
        DocumentMapper mapper = DocumentMapper.of(type);
        return found(type, command(mapper).update(mapper.collection(), mapper.restricted(filter), change, options));
    }

    <T> @Nullable T findOneAndReplace(Class<T> type, Bson filter, Document replacement, FindOneOptions options) {
        DocumentMapper mapper = DocumentMapper.of(type);
        return found(
                type, command(mapper).replace(mapper.collection(), mapper.restricted(filter), replacement, options));
    }

    <T> @Nullable T findOneAndDelete(Class<T> type, Bson filter, FindOneOptions options) {
        DocumentMapper mapper = DocumentMapper.of(type);
        T found = found(type, command(mapper).delete(mapper.collection(), mapper.restricted(filter), options));
        if (found != null) {
            parts.members().expunge(DocumentState.of(found));
        }
        return found;
    }

    private FindAndChange command(DocumentMapper mapper) {
        parts.flushing().beforeQuery();
        return parts.layer(mapper).findAndChange();
    }

    private <T> @Nullable T found(Class<T> type, @Nullable Document document) {
        return document == null
                ? null
                : new ObjectCursor<>(parts, type, Rows.of(document), FindOptions.NONE.refresh()).fetch();
    }

    @SuppressWarnings("unchecked") // the class of an object is its class
    <T> @Nullable T refresh(T object) {
        DocumentState<?> state = DocumentState.of(object);
        parts.members().take(object, state);
        OdmCursor<T> cursor = find((Class<T>) object.getClass(), byId(state), FindOptions.NONE.refresh());
        if (cursor.first().isPresent()) {
            return object;
        }
        parts.members().expunge(state);
        return null;
    }

    private static Document byId(DocumentState<?> state) {
        return new Document("_id", state.mapper().ids().stored(state.instanceState()));
    }

    /** Loads an expired object again: no flush, no hooks of cursors, since the program only reads a value. */
    void reload(DocumentState<?> state) {
        DocumentMapper mapper = state.mapper();
        try (DocumentQuery query = parts.layer(mapper).reads().find(mapper.collection(), byId(state), null)) {
            StoredRow row = query.next();
            if (row == null) {
                throw new ObjectDeletedException("Cannot load " + state.instanceState()
                        + " again: its document is gone from collection '" + mapper.collection()
                        + "'. Expunge the object.");
            }
            parts.loading().refresh(state, mapper.read(row, state.reloading()));
        }
    }

    List<Document> aggregate(Class<?> type, List<? extends Bson> pipeline) {
        DocumentMapper mapper = DocumentMapper.of(type);
        return parts.layer(mapper).reads().aggregate(mapper.collection(), pipeline);
    }

    List<@Nullable Object> distinct(Class<?> type, String field, Bson filter) {
        DocumentMapper mapper = DocumentMapper.of(type);
        return parts.layer(mapper).reads().distinct(mapper.collection(), field, mapper.restricted(filter));
    }

    boolean updateIfNotModified(Object object, Bson change) {
        DocumentState<?> state = DocumentState.of(object);
        if (!state.isStored()) {
            throw new InvalidRequestException("Cannot update " + state.instanceState()
                    + " if it was not modified: it was never written. Flush it first.");
        }
        return parts.layer(state.mapper())
                        .writes()
                        .update(
                                state.mapper().collection(),
                                state.originalDocument(),
                                change,
                                UpdateQuery.Options.FIRST)
                        .getMatchedCount()
                > 0;
    }
}
