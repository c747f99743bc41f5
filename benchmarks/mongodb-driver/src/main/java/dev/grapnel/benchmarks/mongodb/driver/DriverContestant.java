package dev.grapnel.benchmarks.mongodb.driver;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import java.util.Set;
import org.bson.codecs.configuration.CodecRegistries;

/** The bare driver: objects go straight into BSON and back by codecs written by hand, many of them by one command. */
public final class DriverContestant implements Contestant {
    /** Made by the service loader. */
    public DriverContestant() {}

    @Override
    public String name() {
        return "mongodb-driver";
    }

    @Override
    public Set<DatabaseKind> kinds() {
        return Set.of(DatabaseKind.MONGODB);
    }

    @Override
    public Trial open(Database database, AuditMode audit) {
        MongoClientSettings settings = MongoClientSettings.builder(database.connections(MongoClientSettings.class))
                .codecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new ProductCodec(), new CustomerCodec()),
                        MongoClientSettings.getDefaultCodecRegistry()))
                .build();
        return new DriverTrial(MongoClients.create(settings), audit);
    }
}
