package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.mongo.change.ChangeOptions;
import dev.grapnel.mongo.change.ChangeSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Changes of others, before a replica set")
class RealChangeTest extends ChangeContract {
    @RegisterExtension
    final RealReplicaSet server = new RealReplicaSet();

    @Override
    ReplicaSet server() {
        return server;
    }

    @Test
    void endWhenTheirCollectionIsDropped() {
        ChangeSource changes = watch(ChangeOptions.NONE.onError((change, failure) -> told.add(failure.getMessage())));
        server.collection("doc").drop();

        changes.run();

        assertThat(told.poll())
                .startsWith("Cannot watch collections [doc] of database")
                .contains("Watch again.");
    }
}
