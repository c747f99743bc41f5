package dev.grapnel.mongo;

import com.mongodb.client.MongoCollection;
import dev.grapnel.mongo.connection.DataStore;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.extension.Extension;

/** A server with transactions and change streams, and a database of its own for each test. */
public interface ReplicaSet extends Extension {
    /** The database of this test. */
    DataStore store();

    /** A collection, behind the back of all sessions. */
    MongoCollection<Document> collection(String name);

    /** The documents of a collection, by id. */
    List<Document> documents(String name);
}
