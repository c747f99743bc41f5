package dev.grapnel.mongo.session;

import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.IndexDeclaration;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The indexes that a class declares, in its collection (statement ODM-X1). */
final class CollectionIndexes {
    /** What servers answer when there are several documents with the values of a unique index. */
    private static final Set<Integer> DUPLICATES = Set.of(11000, 11001, 12582);
    /** What they answer when an index of that name, or on these fields, is another one. */
    private static final Set<Integer> CONFLICTS = Set.of(85, 86);

    private final MongoCollection<Document> collection;
    private final DocumentMapper mapper;

    CollectionIndexes(MongoCollection<Document> collection, DocumentMapper mapper) {
        this.collection = collection;
        this.mapper = mapper;
    }

    /** Makes those that are not there. */
    void ensure() {
        for (IndexDeclaration index : mapper.indexes()) {
            try {
                collection.createIndex(index.keys(), options(index));
            } catch (MongoServerException refused) {
                throw failure(index, refused);
            }
        }
    }

    private static IndexOptions options(IndexDeclaration index) {
        IndexOptions options = new IndexOptions().unique(index.unique()).sparse(index.sparse());
        options.name(index.name());
        options.partialFilterExpression(index.filter());
        Duration expireAfter = index.expireAfter();
        if (expireAfter != null) {
            options.expireAfter(expireAfter.toSeconds(), TimeUnit.SECONDS);
        }
        return options;
    }

    private DatabaseException failure(IndexDeclaration index, MongoServerException refused) {
        String beginning = "Cannot make index '" + index.storedName() + "' of collection '" + mapper.collection()
                + "', which class " + mapper.type().getName() + " declares on " + index.fields() + ": ";
        if (DUPLICATES.contains(refused.getCode())) {
            return new IntegrityException(
                    beginning
                            + "it is unique, and several documents have the same values. Correct the documents, or declare it without unique. The server said: "
                            + refused.getMessage(),
                    refused);
        }
        if (CONFLICTS.contains(refused.getCode())) {
            return new DatabaseException(
                    beginning
                            + "the collection has another index of that name, or one on these fields with other options. Drop that index, or declare this one as"
                            + " it is there. The server said: " + refused.getMessage(),
                    refused);
        }
        return new DatabaseException(beginning + "the server refused it: " + refused.getMessage(), refused);
    }

    void drop() {
        collection.dropIndexes();
    }
}
