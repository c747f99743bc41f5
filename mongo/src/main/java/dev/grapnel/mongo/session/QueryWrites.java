package dev.grapnel.mongo.session;

import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import dev.grapnel.core.session.BulkContext;
import dev.grapnel.core.session.BulkDeleteContext;
import dev.grapnel.core.session.BulkUpdateContext;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.Listeners;
import dev.grapnel.mongo.MapperExtension;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.RemoveQuery;
import dev.grapnel.mongo.UpdateQuery;
import dev.grapnel.mongo.mapping.DocumentMapper;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.conversions.Bson;

/** Deletes and changes documents by query, with the hooks of session and class around it; objects stay as they are (statement ODM-C1). */
final class QueryWrites {
    private final SessionParts parts;
    private final Dispatch dispatch;

    QueryWrites(SessionParts parts, Dispatch dispatch) {
        this.parts = parts;
        this.dispatch = dispatch;
    }

    <T> DeleteResult remove(Class<T> type, Bson filter) {
        DocumentMapper mapper = DocumentMapper.of(type);
        RemoveQuery<T> query = new RemoveQuery<>(type, filter);
        parts.extensions().each(extension -> extension.beforeRemove(type, query));
        hooks(mapper, extension -> extension.beforeRemove(parts.session(), cast(query)));
        DeleteResult result = query.isCancelled()
                ? DeleteResult.acknowledged(0)
                : parts.layer(mapper).writes().remove(mapper.collection(), mapper.restricted(query.filter()));
        query.result(result);
        BulkDeleteContext<OdmSession> context = new BulkDeleteContext<>(parts.session(), mapper, query);
        context.written(count(result.wasAcknowledged() ? result.getDeletedCount() : -1));
        fire(SessionEventKeys.AFTER_BULK_DELETE, context);
        hooks(mapper, extension -> extension.afterRemove(parts.session(), cast(query)));
        parts.extensions().each(extension -> extension.afterRemove(type, query));
        return result;
    }

    <T> UpdateResult update(Class<T> type, Bson filter, Bson change, UpdateQuery.Options options) {
        DocumentMapper mapper = DocumentMapper.of(type);
        UpdateQuery<T> query = new UpdateQuery<>(type, filter, change, options);
        parts.extensions().each(extension -> extension.beforeUpdateQuery(type, query));
        hooks(mapper, extension -> extension.beforeUpdateQuery(parts.session(), cast(query)));
        UpdateResult result = query.isCancelled()
                ? UpdateResult.acknowledged(0, 0L, null)
                : parts.layer(mapper)
                        .writes()
                        .update(mapper.collection(), mapper.restricted(query.filter()), query.change(), options);
        query.result(result);
        BulkUpdateContext<OdmSession> context = new BulkUpdateContext<>(parts.session(), mapper, query, Map.of());
        context.written(count(result.wasAcknowledged() ? result.getMatchedCount() : -1));
        fire(SessionEventKeys.AFTER_BULK_UPDATE, context);
        hooks(mapper, extension -> extension.afterUpdateQuery(parts.session(), cast(query)));
        parts.extensions().each(extension -> extension.afterUpdateQuery(type, query));
        return result;
    }

    private static int count(long rows) {
        return (int) Math.min(rows, Integer.MAX_VALUE);
    }

    private static void hooks(DocumentMapper mapper, Consumer<MapperExtension<Object>> hook) {
        mapper.extensions().forEach(hook);
    }

    @SuppressWarnings({"unchecked", "rawtypes"
    }) // a key is only a name; the event objects of this target are of its session
    private void fire(EventKey<?> key, BulkContext<?> context) {
        Listeners listeners = dispatch.current((EventKey) key);
        if (!listeners.isEmpty()) {
            listeners.fire(context);
        }
    }

    @SuppressWarnings("unchecked") // hooks of a class get the queries that name it
    private static RemoveQuery<Object> cast(RemoveQuery<?> query) {
        return (RemoveQuery<Object>) query;
    }

    @SuppressWarnings("unchecked") // hooks of a class get the queries that name it
    private static UpdateQuery<Object> cast(UpdateQuery<?> query) {
        return (UpdateQuery<Object>) query;
    }
}
