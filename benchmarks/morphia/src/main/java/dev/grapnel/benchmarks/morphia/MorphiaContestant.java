package dev.grapnel.benchmarks.morphia;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.grapnel.benchmarks.mongodb.ground.DocumentGround;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import dev.morphia.Datastore;
import dev.morphia.Morphia;
import dev.morphia.config.MorphiaConfig;
import java.util.List;
import java.util.Set;

/**
 * Morphia, with the settings that its guide recommends for much data.
 *
 * <ul>
 *   <li>New objects are inserted by one call, which sends many documents with each command.
 *   <li>It has no call that writes many changed objects: they go as bulk writes through its collection, whose codec is Morphia's.
 *   <li>No discriminators.
 *   <li>Hooks are methods of the class.
 * </ul>
 *
 * <p>It has no unit of work: the program says what to write.
 */
public final class MorphiaContestant implements Contestant {
    /** Made by the service loader. */
    public MorphiaContestant() {}

    @Override
    public String name() {
        return "morphia";
    }

    @Override
    public Set<DatabaseKind> kinds() {
        return Set.of(DatabaseKind.MONGODB);
    }

    @Override
    public Trial open(Database database, AuditMode audit) {
        MongoClient client = MongoClients.create(database.connections(MongoClientSettings.class));
        MorphiaConfig config = MorphiaConfig.load()
                .database(DocumentGround.DATABASE)
                .packages(List.of(MorphiaContestant.class.getPackageName()));
        Datastore store = Morphia.createDatastore(client, config);
        return new MorphiaTrial(client, store, audit);
    }
}
