package dev.grapnel.mongo.session;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.command.DocumentLayer;

/** What mapper events show as their connection: the database of the driver, its session if there is a transaction, and the session itself. */
final class DocumentConnection implements StoreConnection {
    private final SessionParts parts;

    DocumentConnection(SessionParts parts) {
        this.parts = parts;
    }

    @Override
    public <C> C unwrap(Class<C> type) {
        DocumentLayer layer = parts.layer();
        if (type == MongoDatabase.class) {
            return type.cast(layer.database());
        } else if (type == OdmSession.class) {
            return type.cast(parts.session());
        } else if (type == ClientSession.class && layer.transaction() != null) {
            return type.cast(layer.transaction());
        }
        throw new InvalidArgumentException("Cannot show the connection of a document session as " + type.getName()
                + ": ask for MongoDatabase, OdmSession, or in a transaction ClientSession.");
    }
}
