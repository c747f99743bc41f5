package dev.grapnel.benchmarks.morphia;

import com.mongodb.client.MongoClient;
import dev.grapnel.benchmarks.mongodb.ground.DocumentContestant;
import dev.grapnel.benchmarks.mongodb.ground.DocumentGround;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import dev.morphia.Datastore;
import dev.morphia.Morphia;
import dev.morphia.config.MorphiaConfig;
import java.util.List;

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
public final class MorphiaContestant extends DocumentContestant {
    /** Made by the service loader. */
    public MorphiaContestant() {
        super("morphia");
    }

    @Override
    protected Trial open(MongoClient client, AuditMode audit) {
        MorphiaConfig config = MorphiaConfig.load()
                .database(DocumentGround.DATABASE)
                .packages(List.of(MorphiaContestant.class.getPackageName()));
        Datastore store = Morphia.createDatastore(client, config);
        return new MorphiaTrial(client, store, audit);
    }
}
