package dev.grapnel.mongo.change;

import com.mongodb.client.MongoDatabase;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.mongo.connection.DataStore;

/** What events of remote changes show as their connection: the change, and the database outside of any transaction. */
record RemoteConnection(DataStore store, RemoteChange change) implements StoreConnection {
    @Override
    public <C> C unwrap(Class<C> type) {
        if (type == RemoteChange.class) {
            return type.cast(change);
        } else if (type == MongoDatabase.class) {
            return type.cast(store.database());
        }
        throw new InvalidArgumentException("Cannot show the connection of a remote change as " + type.getName()
                + ": ask for RemoteChange or MongoDatabase.");
    }

    @Override
    public boolean isRemote() {
        return true;
    }
}
