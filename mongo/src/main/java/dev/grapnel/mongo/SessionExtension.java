package dev.grapnel.mongo;

import dev.grapnel.core.error.StaleDataException;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of one session. Override those that are wanted; the others do nothing (statement ODM-N2).
 *
 * <p>The extensions of a session are called in the order in which they were registered, before and after alike (statement ODM-H1).
 */
public interface SessionExtension {
    /**
     * Before a flush. What is changed, saved and deleted here is part of it (statement ODM-H7).
     *
     * @param object the one object that is flushed; null: all
     */
    default void beforeFlush(@Nullable Object object) {}

    /**
     * After a flush. What is changed, saved and deleted here stays pending.
     *
     * @param object the one object that was flushed; null: all
     */
    default void afterFlush(@Nullable Object object) {}

    /** Before an object is inserted, and before the hooks of its class. */
    default void beforeInsert(Object object, ObjectState<?> state) {}

    /** After an object was inserted, and after the hooks of its class. */
    default void afterInsert(Object object, ObjectState<?> state) {}

    /** Before the document of an object is replaced, and before the hooks of its class. */
    default void beforeUpdate(Object object, ObjectState<?> state) {}

    /** After the document of an object was replaced, and after the hooks of its class. */
    default void afterUpdate(Object object, ObjectState<?> state) {}

    /** Before the document of an object is deleted, and before the hooks of its class. */
    default void beforeDelete(Object object, ObjectState<?> state) {}

    /** After the document of an object was deleted, and after the hooks of its class. */
    default void afterDelete(Object object, ObjectState<?> state) {}

    /** Before documents are deleted by query; the filter may be replaced, the whole be cancelled. */
    default void beforeRemove(Class<?> type, RemoveQuery<?> query) {}

    /** After documents were deleted by query; the result is in the query. */
    default void afterRemove(Class<?> type, RemoveQuery<?> query) {}

    /** Before documents are changed by query; filter and change may be replaced, the whole be cancelled. */
    default void beforeUpdateQuery(Class<?> type, UpdateQuery<?> query) {}

    /** After documents were changed by query; the result is in the query. */
    default void afterUpdateQuery(Class<?> type, UpdateQuery<?> query) {}

    /**
     * A cursor was made; its query has not run (statement ODM-Q1). An exception makes the call fail that made it.
     *
     * @param cursor the cursor
     * @param action what made it
     */
    default void cursorCreated(OdmCursor<?> cursor, CursorAction action) {}

    /** A cursor is about to read a row. */
    default void beforeCursorNext(OdmCursor<?> cursor) {}

    /** A cursor has read a row, found the end, or failed (statement ODM-Q2). */
    default void afterCursorNext(OdmCursor<?> cursor) {}

    /**
     * A versioned document was to be written, and somebody else has written it since the object was loaded. The exception is thrown after
     * that, unless a hook throws another one.
     *
     * @param object the object
     * @param state its state
     * @param conflict what is about to be thrown
     */
    default void conflict(Object object, ObjectState<?> state, StaleDataException conflict) {}

    /**
     * The driver repeats the work of a transaction: what the time before did is undone, in the database and in the unit of work. What the
     * extension itself noted then is to be forgotten.
     *
     * @param transaction the one that begins now; its number of attempts tells how often
     * @param cause what the work threw the time before; null if it was the commit that failed
     */
    default void transactionRepeated(OdmTransaction transaction, @Nullable RuntimeException cause) {}
}
