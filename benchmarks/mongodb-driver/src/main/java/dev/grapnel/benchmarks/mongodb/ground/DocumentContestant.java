package dev.grapnel.benchmarks.mongodb.ground;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import java.util.Set;

/** One that works over documents only, with a client of its own. */
public abstract class DocumentContestant implements Contestant {
    private final String name;

    /**
     * A contestant.
     *
     * @param name as the tables have it
     */
    protected DocumentContestant(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Set<DatabaseKind> kinds() {
        return Set.of(DatabaseKind.MONGODB);
    }

    @Override
    public final Trial open(Database database, AuditMode audit) {
        return open(MongoClients.create(settings(database.connections(MongoClientSettings.class))), audit);
    }

    /**
     * The settings of the client, for contestants that add to them.
     *
     * @param given where the server is
     * @return what the client is made with
     */
    protected MongoClientSettings settings(MongoClientSettings given) {
        return given;
    }

    /**
     * Maps the classes.
     *
     * @param client to be closed with the trial
     * @param audit who audits
     * @return ready to work
     */
    protected abstract Trial open(MongoClient client, AuditMode audit);
}
