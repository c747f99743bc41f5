package dev.grapnel.benchmarks.mongodb.driver;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import dev.grapnel.benchmarks.mongodb.ground.DocumentContestant;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import org.bson.codecs.configuration.CodecRegistries;

/** The bare driver: objects go straight into BSON and back by codecs written by hand, many of them by one command. */
public final class DriverContestant extends DocumentContestant {
    /** Made by the service loader. */
    public DriverContestant() {
        super("mongodb-driver");
    }

    @Override
    protected MongoClientSettings settings(MongoClientSettings given) {
        return MongoClientSettings.builder(given)
                .codecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new ProductCodec(), new CustomerCodec()),
                        MongoClientSettings.getDefaultCodecRegistry()))
                .build();
    }

    @Override
    protected Trial open(MongoClient client, AuditMode audit) {
        return new DriverTrial(client, audit);
    }
}
