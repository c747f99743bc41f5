package dev.grapnel.mongo.session;

import com.mongodb.TransactionOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.Dispatch;
import dev.grapnel.mongo.FindOneOptions;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.IdentityMap;
import dev.grapnel.mongo.OdmCursor;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.OdmTransaction;
import dev.grapnel.mongo.UnitOfWork;
import dev.grapnel.mongo.UpdateQuery;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A session that has another one do its work: that of the current thread or context. */
abstract class ProxySession implements OdmSession {
    private final Dispatch dispatch;

    ProxySession(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** The listeners to all real sessions behind this proxy. */
    final Dispatch dispatch() {
        return dispatch;
    }

    @Override
    public SessionEvents<OdmSession> events() {
        return SessionEvents.of(dispatch);
    }

    @Override
    public <T> T save(T object) {
        return current().save(object);
    }

    @Override
    public void expunge(Object object) {
        current().expunge(object);
    }

    @Override
    public void delete(Object object) {
        current().delete(object);
    }

    @Override
    public void flush() {
        current().flush();
    }

    @Override
    public void flush(Object object) {
        current().flush(object);
    }

    @Override
    public void insertNow(Object object) {
        current().insertNow(object);
    }

    @Override
    public void updateNow(Object object) {
        current().updateNow(object);
    }

    @Override
    public void deleteNow(Object object) {
        current().deleteNow(object);
    }

    @Override
    public void clear() {
        current().clear();
    }

    @Override
    public UnitOfWork unitOfWork() {
        return current().unitOfWork();
    }

    @Override
    public IdentityMap identityMap() {
        return current().identityMap();
    }

    @Override
    public OdmTransaction begin(TransactionOptions options) {
        return current().begin(options);
    }

    @Override
    public @Nullable OdmTransaction transaction() {
        return current().transaction();
    }

    @Override
    public void commit() {
        current().commit();
    }

    @Override
    public void rollback() {
        current().rollback();
    }

    @Override
    public <R extends @Nullable Object> R computeInTransaction(
            TransactionOptions options, Function<? super OdmSession, R> work) {
        return current().computeInTransaction(options, work);
    }

    @Override
    public <T> @Nullable T get(Class<T> type, @Nullable Object id) {
        return current().get(type, id);
    }

    @Override
    public <T> OdmCursor<T> find(Class<T> type, @Nullable Bson filter, FindOptions options) {
        return current().find(type, filter, options);
    }

    @Override
    public <T> @Nullable T findOneAndUpdate(Class<T> type, Bson filter, Bson change, FindOneOptions options) {
        return current().findOneAndUpdate(type, filter, change, options);
    }

    @Override
    public <T> @Nullable T findOneAndReplace(Class<T> type, Bson filter, Document replacement, FindOneOptions options) {
        return current().findOneAndReplace(type, filter, replacement, options);
    }

    @Override
    public <T> @Nullable T findOneAndDelete(Class<T> type, Bson filter, FindOneOptions options) {
        return current().findOneAndDelete(type, filter, options);
    }

    @Override
    public <T> @Nullable T refresh(T object) {
        return current().refresh(object);
    }

    @Override
    public DeleteResult remove(Class<?> type, Bson filter) {
        return current().remove(type, filter);
    }

    @Override
    public UpdateResult update(Class<?> type, Bson filter, Bson change, UpdateQuery.Options options) {
        return current().update(type, filter, change, options);
    }

    @Override
    public boolean updateIfNotModified(Object object, Bson change) {
        return current().updateIfNotModified(object, change);
    }

    @Override
    public List<Document> aggregate(Class<?> type, List<? extends Bson> pipeline) {
        return current().aggregate(type, pipeline);
    }

    @Override
    public List<@Nullable Object> distinct(Class<?> type, String field, Bson filter) {
        return current().distinct(type, field, filter);
    }

    @Override
    public void ensureIndexes(Class<?> type) {
        current().ensureIndexes(type);
    }

    @Override
    public void dropIndexes(Class<?> type) {
        current().dropIndexes(type);
    }

    @Override
    public void migrateAll(Class<?> type) {
        current().migrateAll(type);
    }
}
