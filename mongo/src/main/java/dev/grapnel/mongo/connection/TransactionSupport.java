package dev.grapnel.mongo.connection;

import com.mongodb.MongoClientException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterType;
import dev.grapnel.core.error.InvalidRequestException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Whether the server of a client takes transactions. */
record TransactionSupport(MongoDatabase database, @Nullable MongoClient client) {

    ClientSession startSession() {
        if (client == null) {
            throw new InvalidRequestException(
                    "Cannot begin a transaction on database '" + database.getName()
                            + "': its client is not known. Make the store with DataStore.of(client, name) or DataStore.connect.");
        }
        ClusterDescription cluster = described(client);
        if (!takesTransactions(cluster)) {
            throw refusal(cluster, null);
        }
        try {
            return client.startSession();
        } catch (MongoClientException refused) {
            throw refusal(cluster, refused);
        }
    }

    /** What the client knows of its server, asked for if it has not met it yet. */
    private ClusterDescription described(MongoClient asked) {
        if (asked.getClusterDescription().getType() == ClusterType.UNKNOWN) {
            database.runCommand(new Document("ping", 1));
        }
        return asked.getClusterDescription();
    }

    private static boolean takesTransactions(ClusterDescription cluster) {
        return switch (cluster.getType()) {
            case REPLICA_SET, SHARDED, LOAD_BALANCED -> true;
            case STANDALONE, UNKNOWN -> false;
        };
    }

    private InvalidRequestException refusal(ClusterDescription cluster, @Nullable Exception cause) {
        String servers = String.join(
                ", ",
                cluster.getServerDescriptions().stream()
                        .map(server -> server.getAddress().toString())
                        .toList());
        return new InvalidRequestException(
                "Cannot begin a transaction on database '" + database.getName() + "': the server " + servers
                        + " takes none, since it belongs to no replica set. Use a replica set, of which one member is enough"
                        + " (mongod --replSet rs0, then rs.initiate()); or do without, then each write counts by itself.",
                cause);
    }
}
