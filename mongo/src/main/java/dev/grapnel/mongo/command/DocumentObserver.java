package dev.grapnel.mongo.command;

import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Is told of each call to the document layer, before the layer checks or changes anything: also of those that fail. For tests and logs. */
public interface DocumentObserver {
    /** Who is told of nothing. */
    DocumentObserver NOBODY = new DocumentObserver() {};

    /** A document is inserted. */
    default void insert(String collection, Document document) {}

    /**
     * A document is replaced, or inserted if it is not there.
     *
     * @param collection its collection
     * @param document the document
     * @param fields those that are written; null: all
     */
    default void save(String collection, Document document, @Nullable List<String> fields) {}

    /** A document is deleted by its id. */
    default void delete(String collection, @Nullable Object id) {}

    /** Documents are deleted by query. */
    default void remove(String collection, Bson filter) {}

    /** Documents are changed by query. */
    default void update(String collection, Bson filter, Bson change, boolean upsert, boolean multi) {}

    /** A query is prepared; it runs when the first row is asked for. */
    default void find(String collection, @Nullable Bson filter) {}

    /**
     * One document is found and changed.
     *
     * @param kind {@code update}, {@code replace} or {@code delete}
     * @param collection its collection
     * @param filter which one
     * @param change what becomes of it; null: it is deleted
     */
    default void findOneAnd(String kind, String collection, Bson filter, @Nullable Bson change) {}

    /** An aggregation runs. */
    default void aggregate(String collection, List<? extends Bson> pipeline) {}

    /** The different values of a field are asked for. */
    default void distinct(String collection, String field, Bson filter) {}
}
