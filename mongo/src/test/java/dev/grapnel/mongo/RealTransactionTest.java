package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A transaction, before a replica set")
class RealTransactionTest extends TransactionContract {
    @RegisterExtension
    final RealReplicaSet server = new RealReplicaSet();

    @Override
    ReplicaSet server() {
        return server;
    }

    @Test
    void isRepeatedAfterAConflictWithAnotherWriter() {
        stored(1, 1);
        session.clear();

        session.inTransaction(own -> {
            Doc doc = Objects.requireNonNull(own.get(Doc.class, 1));
            trace.add("read " + doc.a);
            if (trace.size() == 1) {
                server.collection("doc").updateOne(Filters.eq("_id", 1), Updates.set("a", 10));
            }
            doc.a = Objects.requireNonNull(doc.a) + 1;
        });

        assertThat(trace).containsExactly("read 1", "read 10");
        assertThat(documents()).containsExactly(document(1, 11));
    }

    @Test
    void isUnseenByOthersUntilItIsCommitted() {
        session.begin();
        session.save(new Doc(1, 1));
        session.flush();

        assertThat(documents()).isEmpty();
        session.commit();
        assertThat(documents()).hasSize(1);
    }
}
