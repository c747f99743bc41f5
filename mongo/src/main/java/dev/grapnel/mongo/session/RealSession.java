package dev.grapnel.mongo.session;

import com.mongodb.TransactionOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.Dispatch;
import dev.grapnel.mongo.FindOneOptions;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.IdentityMap;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.OdmCursor;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.OdmTransaction;
import dev.grapnel.mongo.SessionExtensionFactory;
import dev.grapnel.mongo.UnitOfWork;
import dev.grapnel.mongo.UpdateQuery;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentReload;
import dev.grapnel.mongo.mapping.DocumentState;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One unit of work, for one thread at a time: the face of its {@link SessionParts}. */
final class RealSession implements OdmSession, DocumentReload {
    private final SessionParts parts;

    RealSession(@Nullable DataStore store, SessionSettings settings, Dispatch factory) {
        this.parts = new SessionParts(this, store, settings, factory);
    }

    // ---- the unit of work ----

    @Override
    public <T> T save(T object) {
        parts.members().save(DocumentState.of(object));
        return object;
    }

    @Override
    public void expunge(Object object) {
        parts.members().expunge(DocumentState.of(object));
    }

    @Override
    public void delete(Object object) {
        DocumentState.of(object).delete();
    }

    @Override
    public void flush() {
        parts.flushing().all();
    }

    @Override
    public void flush(Object object) {
        parts.flushing().one(object);
    }

    @Override
    public void insertNow(Object object) {
        parts.writer().write(WriteKind.INSERT, DocumentState.of(object));
    }

    @Override
    public void updateNow(Object object) {
        parts.writer().write(WriteKind.UPDATE, DocumentState.of(object));
    }

    @Override
    public void deleteNow(Object object) {
        parts.writer().write(WriteKind.DELETE, DocumentState.of(object));
    }

    @Override
    public void clear() {
        parts.members().expungeAll();
    }

    @Override
    public void close() {
        try {
            parts.transactions().close();
        } finally {
            clear();
        }
    }

    @Override
    public UnitOfWork unitOfWork() {
        return parts.work();
    }

    @Override
    public Collection<Object> newObjects() {
        return parts.flushing().objects(ObjectStatus.NEW, parts.work().newObjects());
    }

    @Override
    public Collection<Object> dirty() {
        return parts.flushing().objects(ObjectStatus.DIRTY, parts.work().dirty());
    }

    @Override
    public Collection<Object> deleted() {
        return parts.flushing().objects(ObjectStatus.DELETED, parts.work().deleted());
    }

    @Override
    public IdentityMap identityMap() {
        return parts.identities();
    }

    // ---- transactions ----

    @Override
    public OdmTransaction begin(TransactionOptions options) {
        return parts.transactions().begin(options);
    }

    @Override
    public @Nullable OdmTransaction transaction() {
        return parts.transactions().current();
    }

    @Override
    public void commit() {
        parts.transactions().commit();
    }

    @Override
    public void rollback() {
        parts.transactions().rollback();
    }

    @Override
    public <R extends @Nullable Object> R computeInTransaction(
            TransactionOptions options, Function<? super OdmSession, R> work) {
        return parts.transactions().compute(options, work);
    }

    // ---- loading ----

    @Override
    public <T> @Nullable T get(Class<T> type, @Nullable Object id) {
        return parts.queries().get(type, id);
    }

    @Override
    public <T> OdmCursor<T> find(Class<T> type, @Nullable Bson filter, FindOptions options) {
        return parts.queries().find(type, filter, options);
    }

    @Override
    public <T> @Nullable T findOneAndUpdate(Class<T> type, Bson filter, Bson change, FindOneOptions options) {
        return parts.queries().findOneAndUpdate(type, filter, change, options);
    }

    @Override
    public <T> @Nullable T findOneAndReplace(Class<T> type, Bson filter, Document replacement, FindOneOptions options) {
        return parts.queries().findOneAndReplace(type, filter, replacement, options);
    }

    @Override
    public <T> @Nullable T findOneAndDelete(Class<T> type, Bson filter, FindOneOptions options) {
        return parts.queries().findOneAndDelete(type, filter, options);
    }

    @Override
    public <T> @Nullable T refresh(T object) {
        return parts.queries().refresh(object);
    }

    @Override
    public void reload(DocumentState<?> state) {
        parts.queries().reload(state);
    }

    // ---- by query ----

    @Override
    public DeleteResult remove(Class<?> type, Bson filter) {
        return parts.queryWrites().remove(type, filter);
    }

    @Override
    public UpdateResult update(Class<?> type, Bson filter, Bson change, UpdateQuery.Options options) {
        return parts.queryWrites().update(type, filter, change, options);
    }

    @Override
    public boolean updateIfNotModified(Object object, Bson change) {
        return parts.queries().updateIfNotModified(object, change);
    }

    @Override
    public List<Document> aggregate(Class<?> type, List<? extends Bson> pipeline) {
        return parts.queries().aggregate(type, pipeline);
    }

    @Override
    public List<@Nullable Object> distinct(Class<?> type, String field, Bson filter) {
        return parts.queries().distinct(type, field, filter);
    }

    // ---- the collection ----

    @Override
    public void ensureIndexes(Class<?> type) {
        parts.transactions().requireOutside("create indexes");
        indexes(type).ensure();
    }

    @Override
    public void dropIndexes(Class<?> type) {
        parts.transactions().requireOutside("drop indexes");
        indexes(type).drop();
    }

    private CollectionIndexes indexes(Class<?> type) {
        DocumentMapper mapper = DocumentMapper.of(type);
        return new CollectionIndexes(parts.layer().database().getCollection(mapper.collection()), mapper);
    }

    @Override
    public void migrateAll(Class<?> type) {
        new Migration(parts.layer(), DocumentMapper.of(type)).all();
    }

    // ---- hooks ----

    @Override
    public void registerExtension(SessionExtensionFactory factory) {
        parts.extensions().add(Objects.requireNonNull(factory), this);
    }

    @Override
    public OdmSession current() {
        return this;
    }

    @Override
    public SessionEvents<OdmSession> events() {
        return SessionEvents.of(parts.dispatch());
    }

    @Override
    public String toString() {
        return "document session of " + parts.work().size() + " objects";
    }
}
