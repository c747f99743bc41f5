package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.mongo.change.ChangeOptions;
import dev.grapnel.mongo.change.ChangeSource;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.session.OdmSessionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A server without transactions")
class NoTransactionsTest extends OneCollectionTest {

    @Test
    void saysWhatToUse() {
        assertThatThrownBy(session::begin)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageMatching(
                        "Cannot begin a transaction on database 'test\\d+': the server [\\w.:\\[\\]/]+ takes none, since it"
                                + " belongs to no replica set\\. Use a replica set, of which one member is enough \\(mongod --replSet rs0, then"
                                + " rs\\.initiate\\(\\)\\); or do without, then each write counts by itself\\. \\[INVALID_REQUEST]");
        assertThat(session.inTransaction()).isFalse();
    }

    @Test
    void refusesWorkInATransactionBeforeItBegins() {
        assertThatThrownBy(() -> session.inTransaction(own -> trace.add("work")))
                .isInstanceOf(InvalidRequestException.class);

        assertThat(trace).isEmpty();
    }

    @Test
    void cannotBeAskedWhenItsClientIsNotKnown() {
        OdmSession own =
                OdmSessionFactory.of(DataStore.of(server.store().database())).open();

        assertThatThrownBy(own::begin)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Make the store with DataStore.of(client, name) or DataStore.connect.");
    }

    @Test
    void hasNoChangeStreamsEither() {
        assertThatThrownBy(() -> ChangeSource.watch(server.store(), ChangeOptions.NONE, Doc.class))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageMatching(
                        "Cannot watch collections \\[doc\\] of database 'test\\d+': the server says '.+'\\. Change streams need"
                                + " a replica set, of which one member is enough, or a router of shards\\. .*");
    }
}
