package dev.grapnel.mongo.session;

import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.Dispatch;
import dev.grapnel.mongo.CursorAction;
import dev.grapnel.mongo.FindOneOptions;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.IdentityMap;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.OdmCursor;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.SessionExtensionFactory;
import dev.grapnel.mongo.UnitOfWork;
import dev.grapnel.mongo.UpdateQuery;
import dev.grapnel.mongo.command.DocumentLayer;
import dev.grapnel.mongo.command.DocumentQuery;
import dev.grapnel.mongo.command.Rows;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentState;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One unit of work, for one thread at a time. */
final class RealSession implements OdmSession {
    private final Dispatch dispatch;
    private final boolean autoflush;
    private final boolean together;
    private final Work work = new Work();
    private final Identities identities = new Identities();
    private final Extensions extensions = new Extensions();
    private final RowLoading loading = new RowLoading(this);
    private final ObjectWriter writer;
    private final Moves moves;
    private final FlushRun flushRun;
    private final QueryWrites queryWrites;
    private @Nullable DocumentLayer layer;
    private int flushing;

    RealSession(@Nullable DataStore store, boolean autoflush, boolean together, Dispatch factory) {
        this.dispatch = Dispatch.of(SessionEventKeys.CATALOG, "a document session", factory);
        this.autoflush = autoflush;
        this.together = together;
        this.layer = store == null ? null : store.layer();
        this.writer = new ObjectWriter(this, new WriteHooks(this, extensions, new DocumentConnection(this)));
        this.moves = new Moves(this, dispatch);
        this.flushRun = new FlushRun(this, dispatch);
        this.queryWrites = new QueryWrites(this, dispatch);
    }

    // ---- the parts, for one another ----

    Work work() {
        return work;
    }

    Identities identities() {
        return identities;
    }

    Extensions extensions() {
        return extensions;
    }

    RowLoading loading() {
        return loading;
    }

    ObjectWriter writer() {
        return writer;
    }

    /** Whether a flush sends its writes together. */
    boolean writesTogether() {
        return together;
    }

    Moves moves() {
        return moves;
    }

    DocumentLayer layer() {
        DocumentLayer known = layer;
        if (known == null) {
            throw new InvalidRequestException(
                    "Cannot use the database of this session: the session is bound to none. Make it from a factory with a DataStore.");
        }
        return known;
    }

    // ---- the unit of work ----

    @Override
    public <T> T save(T object) {
        DocumentState<?> state = DocumentState.of(object);
        state.complete();
        boolean known = work.find(state) != null;
        if (!known) {
            moves.attaching(state.instanceState());
        }
        take(object, state);
        if (!known) {
            moves.attached(state.instanceState());
            if (state.isStored()) {
                moves.returned(state.instanceState());
            } else {
                moves.pending(state.instanceState());
            }
        }
        return object;
    }

    /** Takes an object into the unit of work and the identity map. */
    void take(Object object, DocumentState<?> state) {
        WorkEntry entry = work.add(object, state);
        identities.put(entry);
        state.session(this);
    }

    @Override
    public void expunge(Object object) {
        DocumentState<?> state = DocumentState.of(object);
        WorkEntry entry = work.remove(state);
        if (entry != null) {
            identities.remove(entry);
            orphan(entry);
        }
    }

    private void orphan(WorkEntry entry) {
        if (entry.state.session() == this) {
            entry.state.session(null);
        }
        moves.left(entry.state.instanceState(), entry.state.isStored());
    }

    @Override
    public void delete(Object object) {
        DocumentState.of(object).delete();
    }

    @Override
    public void flush() {
        flushing(flushRun::all);
    }

    @Override
    public void flush(Object object) {
        flushing(() -> flushRun.one(object));
    }

    /** Whether a flush is running. */
    boolean isFlushing() {
        return flushing > 0;
    }

    private void flushing(Runnable run) {
        flushing++;
        try {
            run.run();
        } catch (RuntimeException | Error failed) {
            tellWrittenBefore(failed);
            throw failed;
        } finally {
            flushing--;
        }
    }

    /** What was written before a flush failed stays written (statement ODM-E5). */
    private void tellWrittenBefore(Throwable failed) {
        try {
            moves.tellFlushed();
        } catch (RuntimeException listener) {
            failed.addSuppressed(listener);
        }
    }

    @Override
    public void insertNow(Object object) {
        now(WriteKind.INSERT, object);
    }

    @Override
    public void updateNow(Object object) {
        now(WriteKind.UPDATE, object);
    }

    @Override
    public void deleteNow(Object object) {
        now(WriteKind.DELETE, object);
    }

    private void now(WriteKind kind, Object object) {
        writer.write(kind, DocumentState.of(object));
    }

    /** The document of an object was inserted. */
    void inserted(DocumentState<?> state) {
        settled(state);
        moves.inserted(state.instanceState());
    }

    /** The document of an object was written. */
    void settled(DocumentState<?> state) {
        WorkEntry entry = work.find(state);
        if (entry != null) {
            work.settle(entry);
        }
    }

    /**
     * The document of an object was deleted. If the object was marked, it leaves at once, also if an after hook failed (statements ODM-F10,
     * ODM-E5, repaired).
     */
    void leaveDeleted(DocumentState<?> state) {
        WorkEntry entry = work.find(state);
        if (entry != null && state.status() == ObjectStatus.DELETED) {
            work.remove(state);
            identities.remove(entry);
            entry.state.instanceState().deleted(true);
            if (entry.state.session() == this) {
                entry.state.session(null);
            }
            moves.deleted(entry.state.instanceState());
        }
    }

    /** Somebody else has written a document that was to be written. */
    void conflict(DocumentState<?> state, StaleDataException conflict) {
        extensions.each(extension -> extension.conflict(state.object(), state, conflict));
    }

    @Override
    public void clear() {
        Collection<WorkEntry> all = work.removeAll();
        identities.clear();
        all.forEach(this::orphan);
    }

    @Override
    public void close() {
        clear();
    }

    @Override
    public UnitOfWork unitOfWork() {
        return work;
    }

    @Override
    public IdentityMap identityMap() {
        return identities;
    }

    @Override
    public Collection<Object> newObjects() {
        return work.newObjects();
    }

    @Override
    public Collection<Object> dirty() {
        return work.dirty();
    }

    @Override
    public Collection<Object> deleted() {
        return work.deleted();
    }

    @Override
    public boolean contains(Object object) {
        return work.contains(object);
    }

    @Override
    public boolean isModified(Object object) {
        return DocumentState.of(object).status() != ObjectStatus.CLEAN;
    }

    // ---- loading ----

    @Override
    public <T> @Nullable T get(Class<T> type, @Nullable Object id) {
        DocumentMapper mapper = DocumentMapper.of(type);
        Object wanted = mapper.idInMemory(id);
        WorkEntry known = identities.find(mapper, wanted);
        if (known != null && type.isInstance(known.object)) {
            return type.cast(known.object);
        }
        return find(type, new Document("_id", mapper.storedIdOf(wanted)))
                .first()
                .orElse(null);
    }

    @Override
    public <T> OdmCursor<T> find(Class<T> type, @Nullable Bson filter, FindOptions options) {
        DocumentMapper mapper = DocumentMapper.of(type);
        if (filter == null && !options.equals(FindOptions.NONE)) {
            throw new InvalidArgumentException("Cannot query " + type.getName()
                    + " with options and without a filter. Give an empty filter to mean all documents.");
        }
        flushBeforeQuery();
        Bson asked = filter == null ? new Document() : filter;
        DocumentQuery query = layer().find(mapper.collection(), mapper.restricted(asked), options.projected());
        ObjectCursor<T> cursor = new ObjectCursor<>(this, type, query, options);
        CursorAction.Find action = new CursorAction.Find(type, asked, options);
        extensions.each(extension -> extension.cursorCreated(cursor, action));
        return cursor;
    }

    /** With autoflush, a query sees what is pending; not while a flush is running (statement ODM-H11, repaired). */
    private void flushBeforeQuery() {
        if (autoflush && !isFlushing()) {
            flush();
        }
    }

    @Override
    public <T> @Nullable T findOneAndUpdate(Class<T> type, Bson filter, Bson change, FindOneOptions options) {
        flushBeforeQuery();
        DocumentMapper mapper = DocumentMapper.of(type);
        return found(type, layer().findOneAndUpdate(mapper.collection(), mapper.restricted(filter), change, options));
    }

    @Override
    public <T> @Nullable T findOneAndReplace(Class<T> type, Bson filter, Document replacement, FindOneOptions options) {
        flushBeforeQuery();
        DocumentMapper mapper = DocumentMapper.of(type);
        return found(
                type, layer().findOneAndReplace(mapper.collection(), mapper.restricted(filter), replacement, options));
    }

    @Override
    public <T> @Nullable T findOneAndDelete(Class<T> type, Bson filter, FindOneOptions options) {
        flushBeforeQuery();
        DocumentMapper mapper = DocumentMapper.of(type);
        T found = found(type, layer().findOneAndDelete(mapper.collection(), mapper.restricted(filter), options));
        if (found != null) {
            expunge(found);
        }
        return found;
    }

    private <T> @Nullable T found(Class<T> type, @Nullable Document document) {
        return document == null
                ? null
                : new ObjectCursor<>(this, type, Rows.of(document), FindOptions.NONE.refresh()).fetch();
    }

    @Override
    @SuppressWarnings("unchecked") // the class of an object is its class
    public <T> @Nullable T refresh(T object) {
        DocumentState<?> state = DocumentState.of(object);
        take(object, state);
        Document byId = new Document("_id", state.mapper().storedId(state.instanceState()));
        OdmCursor<T> cursor = find((Class<T>) object.getClass(), byId, FindOptions.NONE.refresh());
        if (cursor.first().isPresent()) {
            return object;
        }
        expunge(object);
        return null;
    }

    // ---- by query ----

    @Override
    public DeleteResult remove(Class<?> type, Bson filter) {
        return queryWrites.remove(type, filter);
    }

    @Override
    public UpdateResult update(Class<?> type, Bson filter, Bson change, UpdateQuery.Options options) {
        return queryWrites.update(type, filter, change, options);
    }

    @Override
    public boolean updateIfNotModified(Object object, Bson change) {
        DocumentState<?> state = DocumentState.of(object);
        if (!state.isStored()) {
            throw new InvalidRequestException("Cannot update " + state.instanceState()
                    + " if it was not modified: it was never written. Flush it first.");
        }
        return layer().update(state.mapper().collection(), state.originalDocument(), change, UpdateQuery.Options.FIRST)
                        .getMatchedCount()
                > 0;
    }

    @Override
    public List<Document> aggregate(Class<?> type, List<? extends Bson> pipeline) {
        return layer().aggregate(DocumentMapper.of(type).collection(), pipeline);
    }

    @Override
    public List<@Nullable Object> distinct(Class<?> type, String field, Bson filter) {
        return layer().distinct(DocumentMapper.of(type).collection(), field, filter);
    }

    // ---- the collection ----

    @Override
    public void ensureIndexes(Class<?> type) {
        new CollectionWork(layer(), DocumentMapper.of(type)).ensureIndexes();
    }

    @Override
    public void dropIndexes(Class<?> type) {
        new CollectionWork(layer(), DocumentMapper.of(type)).dropIndexes();
    }

    @Override
    public void migrateAll(Class<?> type) {
        new CollectionWork(layer(), DocumentMapper.of(type)).migrateAll();
    }

    // ---- hooks ----

    @Override
    public void registerExtension(SessionExtensionFactory factory) {
        extensions.add(Objects.requireNonNull(factory), this);
    }

    @Override
    public OdmSession current() {
        return this;
    }

    @Override
    public SessionEvents<OdmSession> events() {
        return SessionEvents.of(dispatch);
    }

    @Override
    public String toString() {
        return "document session of " + work.size() + " objects";
    }
}
