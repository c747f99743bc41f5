package dev.grapnel.mongo;

import com.mongodb.TransactionOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.core.session.ObjectSession;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.EventTarget;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work over documents: objects that are saved, loaded, changed and deleted, and written together in the order in which they came.
 *
 * <pre>{@code
 * try (OdmSession session = sessions.open()) {
 *     session.save(new Contact("ed"));
 *     session.flush();
 *     Contact ed = session.find(Contact.class, Filters.eq("name", "ed")).one();
 * }
 * }</pre>
 *
 * <p>Nothing is written before {@link #flush()}, but what is named by a query ({@link #remove}, {@link #update}) or asked for at once
 * ({@link #insertNow}). There is no transaction unless one is begun by {@link #begin()} or {@link #inTransaction}; everything that the session
 * does meanwhile is part of it.
 *
 * <p>A session belongs to one thread at a time (statement ODM-K1). The proxies of a thread or a context
 * ({@link dev.grapnel.mongo.session.ThreadLocalOdmSession}, {@link dev.grapnel.mongo.session.ContextualOdmSession}) are sessions too, and
 * may be shared.
 */
public interface OdmSession extends ObjectSession, EventTarget<SessionEvents<OdmSession>>, AutoCloseable {

    // ---- the unit of work ----

    /**
     * Takes an object into the unit of work and the identity map. Defaults are filled in and the document is checked; a deleted object stays
     * deleted (statement ODM-S10).
     *
     * @param object of a mapped class
     * @param <T> its class
     * @return the object
     * @throws dev.grapnel.core.error.ValidationException if its document is not as declared; nothing is changed then (statement ODM-M3)
     * @throws dev.grapnel.core.error.UnmappedClassException if its class is not mapped onto a collection; nothing is changed then
     */
    <T> T save(T object);

    /** Takes an object out of the unit of work and the identity map; does nothing if it is not there. */
    void expunge(Object object);

    /** {@inheritDoc} The status becomes deleted; nothing more happens before the flush (statement ODM-S9). */
    @Override
    void delete(Object object);

    /**
     * Writes one object, if it is not clean, with the hooks of a flush around it (statement ODM-F9).
     *
     * @param object which need not be in the session
     */
    void flush(Object object);

    /** Inserts an object at once, without the hooks of a flush. */
    void insertNow(Object object);

    /** Updates an object at once, without the hooks of a flush. */
    void updateNow(Object object);

    /** Deletes the document of an object at once, without the hooks of a flush. */
    void deleteNow(Object object);

    /** Lets all objects go; what is pending is lost. */
    void clear();

    /** Rolls back an open transaction and lets all objects go. A plain session is usable afterwards; a proxy discards the session of this thread or context. */
    @Override
    void close();

    /** What is in the session, in the order in which it is flushed. */
    UnitOfWork unitOfWork();

    @Override
    default Collection<Object> newObjects() {
        return unitOfWork().newObjects();
    }

    @Override
    default Collection<Object> dirty() {
        return unitOfWork().dirty();
    }

    @Override
    default Collection<Object> deleted() {
        return unitOfWork().deleted();
    }

    @Override
    default boolean contains(Object object) {
        return unitOfWork().contains(object);
    }

    @Override
    default boolean isModified(Object object) {
        return ObjectState.of(object).status() != ObjectStatus.CLEAN;
    }

    /** The objects by class and id. */
    IdentityMap identityMap();

    /** The state of an object; the same as {@link ObjectState#of}. */
    default <T> ObjectState<T> state(T object) {
        return ObjectState.of(object);
    }

    // ---- transactions ----

    /** Begins a transaction with the settings of the client; as {@link #begin(TransactionOptions)}. */
    default OdmTransaction begin() {
        return begin(TransactionOptions.builder().build());
    }

    /**
     * Begins a transaction: from now on every command of this session runs in a session of the driver, until {@link #commit} or
     * {@link #rollback}. Fires {@code after_transaction_create} and {@code after_begin}.
     *
     * <pre>{@code
     * try (OdmTransaction transaction = session.begin()) {
     *     session.save(new Contact("ed"));
     *     transaction.commit();             // flushes
     * }
     * }</pre>
     *
     * <p>A transaction that the server gives up is not repeated; {@link #inTransaction} does that.
     *
     * @param options how far reads and writes are to be safe
     * @return its handle, which rolls back when it is closed without a commit
     * @throws dev.grapnel.core.error.InvalidRequestException if one is open, if a flush is running, or if the server takes no transactions
     */
    OdmTransaction begin(TransactionOptions options);

    /** The transaction that is open, or null. */
    @Nullable OdmTransaction transaction();

    /** Whether a transaction is open. */
    default boolean inTransaction() {
        return transaction() != null;
    }

    /**
     * Commits: fires {@code before_commit}, flushes, has the server commit, fires {@code after_commit}. If the answer of the server got lost
     * (the exception has the label {@code UnknownTransactionCommitResult}), the transaction stays open and may be committed again.
     *
     * @throws dev.grapnel.core.error.InvalidRequestException if no transaction is open
     */
    void commit();

    /**
     * Rolls back, if a transaction is open: has the server abort, fires {@code after_rollback}, and puts the objects back. What was inserted or
     * was to be is transient again, what was deleted or was to be is in the session again, and everything else is expired: its values are
     * loaded again when they are read.
     */
    void rollback();

    /** As {@link #computeInTransaction(TransactionOptions, Function)}, with the settings of the client and without a result. */
    default void inTransaction(Consumer<? super OdmSession> work) {
        computeInTransaction(session -> {
            work.accept(session);
            return null;
        });
    }

    /** As {@link #computeInTransaction(TransactionOptions, Function)}, with the settings of the client. */
    default <R extends @Nullable Object> R computeInTransaction(Function<? super OdmSession, R> work) {
        return computeInTransaction(TransactionOptions.builder().build(), work);
    }

    /**
     * Does some work in a transaction and commits. The driver repeats the work when the server asks for it (the label
     * {@code TransientTransactionError}), for up to two minutes. Before each repetition the unit of work is put back to what it was before:
     * what was pending is pending again, with the values that it had. Session extensions hear {@code transactionRepeated}, and
     * {@link OdmTransaction#attempt} counts. What the work does outside of this session is its own matter.
     *
     * <p>If the work fails for good, it is rolled back, the unit of work is put back as well, and the exception goes on.
     *
     * @param options how far reads and writes are to be safe
     * @param work what to do; it may not commit or roll back itself
     * @param <R> the result
     * @return what the work gave the last time
     * @throws dev.grapnel.core.error.InvalidRequestException if a transaction is open, if a flush is running, or if the server takes no
     *     transactions
     */
    <R extends @Nullable Object> R computeInTransaction(
            TransactionOptions options, Function<? super OdmSession, R> work);

    // ---- loading ----

    /**
     * The object with an id: from the identity map, else by a query.
     *
     * @param type its class, or a superclass in the same collection
     * @param id the value of {@code _id}
     * @param <T> the class
     * @return the object, or null if there is none
     */
    <T> @Nullable T get(Class<T> type, @Nullable Object id);

    /** All documents of a class. */
    default <T> OdmCursor<T> find(Class<T> type) {
        return find(type, new Document());
    }

    /**
     * The documents that a filter selects.
     *
     * @param type the class
     * @param filter of the driver
     * @param <T> the class
     * @return a cursor; the query runs at its first {@code next} (statement ODM-Q1)
     */
    default <T> OdmCursor<T> find(Class<T> type, Bson filter) {
        return find(type, filter, FindOptions.NONE);
    }

    /**
     * The documents that a filter selects.
     *
     * @param type the class
     * @param filter of the driver
     * @param options how rows become objects
     * @param <T> the class
     * @return a cursor
     * @throws dev.grapnel.core.error.InvalidArgumentException if options are given without a filter (statement ODM-C3), or a projection names what is no
     *     field of the class
     */
    <T> OdmCursor<T> find(Class<T> type, @Nullable Bson filter, FindOptions options);

    /**
     * Changes the first document that a filter selects, and gives its object, refreshed and clean (statement ODM-Q12). No hooks of updates.
     *
     * @param type the class
     * @param filter of the driver
     * @param change of the driver
     * @param options which state is returned, and what happens if there is none
     * @param <T> the class
     * @return the object, or null
     */
    <T> @Nullable T findOneAndUpdate(Class<T> type, Bson filter, Bson change, FindOneOptions options);

    /** As {@link #findOneAndUpdate}, with a whole document instead of a change. */
    <T> @Nullable T findOneAndReplace(Class<T> type, Bson filter, Document replacement, FindOneOptions options);

    /**
     * Deletes the first document that a filter selects, and gives its object, which is detached.
     *
     * @return the object, or null
     */
    <T> @Nullable T findOneAndDelete(Class<T> type, Bson filter, FindOneOptions options);

    /**
     * Loads the document of an object again, into this object; it is clean afterwards.
     *
     * @param object of this session
     * @param <T> its class
     * @return the object, or null if the document is gone: the object has left the session then
     */
    <T> @Nullable T refresh(T object);

    // ---- by query ----

    /**
     * Deletes the documents that a filter selects, at once; loaded objects stay as they are (statement ODM-C1).
     *
     * @param type the class
     * @param filter of the driver; an empty one selects every document of the class
     * @return how many were deleted
     */
    DeleteResult remove(Class<?> type, Bson filter);

    /**
     * Changes the first document that a filter selects, at once; loaded objects stay as they are.
     *
     * @param type the class
     * @param filter of the driver
     * @param change of the driver
     * @return how many were matched and changed
     */
    default UpdateResult update(Class<?> type, Bson filter, Bson change) {
        return update(type, filter, change, UpdateQuery.Options.FIRST);
    }

    /** As {@link #update(Class, Bson, Bson)}, saying whether to change all of them, or to insert if there is none. */
    UpdateResult update(Class<?> type, Bson filter, Bson change, UpdateQuery.Options options);

    /**
     * Changes the document of an object, if it still is as it was loaded; the object stays as it is (statement ODM-C5).
     *
     * @param object which has been written or loaded
     * @param change of the driver
     * @return whether it was changed
     */
    boolean updateIfNotModified(Object object, Bson change);

    /** The documents that an aggregation of a collection gives; no hooks. */
    List<Document> aggregate(Class<?> type, List<? extends Bson> pipeline);

    /** The different values of a field in the documents of a class, as they are stored; no hooks. */
    List<@Nullable Object> distinct(Class<?> type, String field, Bson filter);

    // ---- the collection ----

    /**
     * Makes the indexes that a class declares (statement ODM-X1), whether its factory does so by itself or not. Those that are there stay.
     *
     * @param type a mapped class
     * @throws dev.grapnel.core.error.IntegrityException if one is unique, and several documents have the same values
     * @throws dev.grapnel.core.error.DatabaseException if another index has the name, or the server refuses one for other reasons
     * @throws dev.grapnel.core.error.InvalidRequestException in a transaction
     */
    void ensureIndexes(Class<?> type);

    /**
     * Makes the indexes that all classes of a registry declare, one class after the other.
     *
     * @param registry of document classes
     */
    default void ensureAllIndexes(MapperRegistry registry) {
        registry.configure();
        registry.mappers().forEach(mapper -> ensureIndexes(mapper.type()));
    }

    /** Drops the indexes of the collection of a class; they are not made again by themselves. */
    void dropIndexes(Class<?> type);

    /** Migrates all documents of a class that fit an older version: loads and saves each, without hooks of objects (statement ODM-G3). */
    void migrateAll(Class<?> type);

    // ---- hooks ----

    /**
     * Adds an extension, which is made at once for this session and hears of everything from now on (statement ODM-N3).
     *
     * @param factory makes it
     */
    void registerExtension(SessionExtensionFactory factory);

    /** The real session: this one, or that of the current thread or context, made if there is none. */
    OdmSession current();
}
