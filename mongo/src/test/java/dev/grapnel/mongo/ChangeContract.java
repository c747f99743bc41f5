package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.ValidationException;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.mongo.change.ChangeOptions;
import dev.grapnel.mongo.change.ChangeSource;
import dev.grapnel.mongo.change.RemoteChange;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds of changes that others make, on every server that tells of them. */
@Timeout(60)
abstract class ChangeContract extends TransactionCase {
    final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() {
        Mapped.on(Doc.class).afterInsert(event -> tell("insert", event));
        Mapped.on(Doc.class).afterUpdate(event -> tell("update", event));
        Mapped.on(Doc.class).afterDelete(event -> tell("delete", event));
        server().collection("doc").insertOne(document(0, 0)); // the collection is there
    }

    private void tell(String what, PersistEvent<Doc> event) {
        Doc doc = event.target();
        told.add(what + ' ' + doc.id + ' ' + doc.a + (event.isRemote() ? " remote" : " own"));
    }

    ChangeSource watch() {
        return watch(ChangeOptions.NONE);
    }

    ChangeSource watch(ChangeOptions options) {
        return ChangeSource.watch(server().store(), options.waitingAtMost(Duration.ofMillis(50)), Doc.class);
    }

    void insert(int id, int a) {
        server().collection("doc").insertOne(document(id, a));
    }

    @Test
    void areEventsOfTheClass() {
        try (ChangeSource changes = watch()) {
            insert(1, 1);
            server().collection("doc").updateOne(Filters.eq("_id", 1), Updates.set("a", 2));
            changes.deliverAvailable();
            server().collection("doc").replaceOne(Filters.eq("_id", 1), document(1, 3));
            server().collection("other").insertOne(document(9, 9));
            changes.deliverAvailable();
            server().collection("doc").deleteOne(Filters.eq("_id", 1));

            assertThat(changes.deliverAvailable()).isEqualTo(1);
        }

        assertThat(told)
                .startsWith("insert 1 1 remote")
                .endsWith("delete 1 null remote")
                .contains("update 1 3 remote");
        assertThat(told).hasSize(4);
    }

    @Test
    void showTheDocumentAndTheDatabase() {
        Mapped.on(Doc.class).afterInsert(event -> {
            RemoteChange change = event.connection().unwrap(RemoteChange.class);
            assertThat(change.kind()).isEqualTo(RemoteChange.Kind.INSERT);
            assertThat(change.collection()).isEqualTo("doc");
            assertThat(change.id()).isEqualTo(1);
            assertThat(change.document()).isEqualTo(document(1, 1));
            assertThat(event.connection().unwrap(MongoDatabase.class).getName())
                    .isEqualTo(server().store().database().getName());
            assertThatThrownBy(() -> event.connection().unwrap(String.class))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageStartingWith(
                            "Cannot show the connection of a remote change as java.lang.String: ask for RemoteChange or MongoDatabase.");
            told.add("checked");
        });
        try (ChangeSource changes = watch()) {
            insert(1, 1);
            changes.deliverAvailable();
        }

        assertThat(told).containsExactly("insert 1 1 remote", "checked");
    }

    @Test
    void haveATargetThatBelongsToNoSession() {
        Mapped.on(Doc.class).afterInsert(event -> {
            ObjectState<Doc> state = ObjectState.of(event.target());
            told.add(state.status() + " " + state.session());
        });
        try (ChangeSource changes = watch()) {
            insert(1, 1);
            changes.deliverAvailable();
        }

        assertThat(told).containsExactly("insert 1 1 remote", "CLEAN null");
    }

    @Test
    void goOnWhereTheLastOneWasDelivered() {
        ChangeSource first = watch();
        insert(1, 1);
        first.deliverAvailable();
        first.close();
        insert(2, 2);
        told.clear();

        try (ChangeSource second = watch(ChangeOptions.NONE.resumeAfter(Objects.requireNonNull(first.resumeToken())))) {
            second.deliverAvailable();
        }

        assertThat(told).containsExactly("insert 2 2 remote");
    }

    @Test
    void areDeliveredInAThreadOfTheProgramsChoiceUntilTheSourceIsClosed() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        ChangeSource changes = watch();
        Future<?> running = executor.submit(changes);
        insert(1, 1);
        insert(2, 2);

        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("insert 1 1 remote");
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("insert 2 2 remote");
        changes.close();
        running.get(20, TimeUnit.SECONDS);

        assertThat(changes.isOpen()).isFalse();
        executor.shutdown();
    }

    @Test
    void endWithAListenerThatFailsAndComeAgainAfterwards() {
        var failing = Mapped.on(Doc.class).afterInsert(event -> {
            throw new IllegalStateException("no");
        });
        ChangeSource changes = watch();
        insert(1, 1);

        assertThatThrownBy(changes::deliverAvailable).hasMessageContaining("no");

        assertThat(changes.isOpen()).isFalse();
        failing.close();
        told.clear();
        ChangeOptions resumed = changes.resumeToken() == null
                ? ChangeOptions.NONE
                : ChangeOptions.NONE.resumeAfter(changes.resumeToken());
        try (ChangeSource again = watch(resumed)) {
            assertThat(again.deliverAvailable()).isEqualTo(changes.resumeToken() == null ? 0 : 1);
        }
    }

    @Test
    void goOnIfTheHandlerOfFailuresTakesThem() {
        try (ChangeSource changes = watch(ChangeOptions.NONE.onError((change, failure) -> told.add(
                Objects.requireNonNull(change).id() + " " + failure.getClass().getSimpleName())))) {
            server().collection("doc").insertOne(new Document("_id", 1).append("a", "no number"));
            insert(2, 2);

            assertThat(changes.deliverAvailable()).isEqualTo(2);
        }

        assertThat(told).containsExactly("1 " + ValidationException.class.getSimpleName(), "insert 2 2 remote");
    }

    @Test
    void includeThoseOfThisProgram() {
        try (ChangeSource changes = watch()) {
            stored(1, 1);
            changes.deliverAvailable();
        }

        assertThat(told).containsExactly("insert 1 1 own", "insert 1 1 remote");
    }

    @Test
    void mayExpireWhatASessionHas() {
        Doc clean = stored(1, 1);
        Doc dirty = stored(2, 2);
        try (ChangeSource changes = watch(ChangeOptions.NONE.expiring(session))) {
            dirty.b.add(1);
            server().collection("doc").updateMany(new Document(), Updates.set("a", 5));
            changes.deliverAvailable();
        }
        assertThat(told).contains("update 1 5 remote", "update 2 5 remote");

        assertThat(clean.a).isEqualTo(5);
        assertThat(dirty.a).isEqualTo(2);
    }

    @Test
    void cannotBeWatchedOfNothing() {
        assertThatThrownBy(() -> ChangeSource.watch(server().store(), ChangeOptions.NONE))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot watch no classes. Name those whose collections are meant.");
        assertThatThrownBy(() -> ChangeOptions.NONE.waitingAtMost(Duration.ZERO))
                .hasMessageStartingWith("Cannot wait PT0S for changes. Give a duration of a millisecond or more.");
    }
}
