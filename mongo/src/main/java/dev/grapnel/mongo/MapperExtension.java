package dev.grapnel.mongo;

/**
 * Hooks of the objects of one mapped class. Override those that are wanted; the others do nothing (statement ODM-N2).
 *
 * <p>The extensions of a class are called in the order in which they are listed, before and after alike (statement ODM-H1). They run inside
 * those of the session: session before, mapper before, the write, mapper after, session after. The hooks are those of the object's exact
 * class (statement ODM-Y4). Nothing is to be returned; to refuse a write, throw (statement ODM-H12).
 *
 * <p>A before hook may change its object: what the last one leaves is written (statement ODM-H3). It may use the session freely: what it
 * saves is written by the flush that is running.
 *
 * @param <T> the class of the objects
 */
public interface MapperExtension<T> {
    /** Before an object is inserted, by a flush or at once. */
    default void beforeInsert(T object, ObjectState<T> state, OdmSession session) {}

    /** After an object was inserted; a change stays pending. */
    default void afterInsert(T object, ObjectState<T> state, OdmSession session) {}

    /** Before the document of an object is replaced. */
    default void beforeUpdate(T object, ObjectState<T> state, OdmSession session) {}

    /** After the document of an object was replaced; a change stays pending. */
    default void afterUpdate(T object, ObjectState<T> state, OdmSession session) {}

    /** Before the document of an object is deleted; changes have no effect (statement ODM-H4). */
    default void beforeDelete(T object, ObjectState<T> state, OdmSession session) {}

    /** After the document of an object was deleted. */
    default void afterDelete(T object, ObjectState<T> state, OdmSession session) {}

    /** Before documents are deleted by a query that names this class; no objects are loaded for it. */
    default void beforeRemove(OdmSession session, RemoveQuery<T> query) {}

    /** After documents were deleted by query; the result is in the query. */
    default void afterRemove(OdmSession session, RemoveQuery<T> query) {}

    /** Before documents are changed by a query that names this class; no objects are loaded for it. */
    default void beforeUpdateQuery(OdmSession session, UpdateQuery<T> query) {}

    /** After documents were changed by query; the result is in the query. */
    default void afterUpdateQuery(OdmSession session, UpdateQuery<T> query) {}
}
