package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.mongo.change.ChangeOptions;
import dev.grapnel.mongo.change.ChangeSource;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.schema.Schema;
import jakarta.persistence.Entity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Changes of others, before a server in memory")
class ChangeTest extends ChangeContract {
    private static final int CURSOR_NOT_FOUND = 43;
    private static final int HISTORY_LOST = 286;
    private static final int UNAUTHORIZED = 13;

    @RegisterExtension
    final FakeReplicaSet server = new FakeReplicaSet();

    @Override
    ReplicaSet server() {
        return server;
    }

    @Test
    void goOnWhenTheServerLosesTheStream() {
        try (ChangeSource changes = watch()) {
            insert(1, 1);
            changes.deliverAvailable();
            server.failNext("getMore", CURSOR_NOT_FOUND, "ResumableChangeStreamError");
            insert(2, 2);
            changes.deliverAvailable();
        }

        assertThat(told).containsExactly("insert 1 1 remote", "insert 2 2 remote");
    }

    @Test
    void endWithAStreamThatBreaks() {
        ChangeSource changes =
                watch(ChangeOptions.NONE.onError((change, failure) -> told.add((change == null ? "stream" : "change")
                        + " failed: " + failure.getClass().getSimpleName())));
        server.failNext("getMore", UNAUTHORIZED, "Other");

        changes.run();

        assertThat(told).containsExactly("stream failed: MongoQueryException");
        assertThat(changes.isOpen()).isFalse();
    }

    @Test
    void cannotGoOnFromAForgottenPlace() {
        ChangeSource first = watch();
        insert(1, 1);
        first.deliverAvailable();
        first.close();
        server.failNext("aggregate", HISTORY_LOST, "NonResumableChangeStreamError");

        assertThatThrownBy(() -> watch(ChangeOptions.NONE.resumeAfter(Objects.requireNonNull(first.resumeToken()))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageMatching(
                        "Cannot watch collections \\[doc\\] of database 'test\\d+': the server has forgotten the place to go on"
                                + " from\\. Load what is needed, and watch from now on, without a resume token\\. .*");
    }

    @Test
    void endWhenTheirCollectionIsDropped() {
        ChangeSource changes = watch(ChangeOptions.NONE.onError((change, failure) -> told.add(failure.getMessage())));
        server.invalidateStream();

        changes.run();

        assertThat(told.poll())
                .matches(
                        "Cannot watch collections \\[doc\\] of database 'test\\d+' any longer: the server has ended the stream, as it"
                                + " does when a collection is dropped or renamed\\. Watch again\\. .*");
        assertThat(changes.isOpen()).isFalse();
    }

    @Test
    void ofSeveralCollectionsComeInOneStream() {
        DocumentMapper mapper = registry.map(
                DocumentMapping.of(Folder.class).collection("folder").field("id", "_id", Schema.integer()));
        assertThat(mapper.collection()).isEqualTo("folder");

        ChangeSource.watch(server.store(), ChangeOptions.NONE, registry).close();

        assertThat(server.lastStream().replaceAll("[\" ]+", "").replaceFirst("\\[", " ["))
                .isEqualTo("1 [{$changeStream:{fullDocument:updateLookup}},{$match:{$and:[{ns.coll:{$in:[doc,folder]}},"
                        + "{operationType:{$in:[insert,update,replace,delete,invalidate]}}]}}]");
    }

    /** Another class. */
    @Entity
    static class Folder {
        @Nullable Integer id;
    }
}
