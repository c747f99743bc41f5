package dev.grapnel.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.hooks.Papers.Asking;
import dev.grapnel.hooks.Papers.Copied;
import dev.grapnel.hooks.Papers.Paper;
import dev.grapnel.hooks.Papers.Sheet;
import dev.grapnel.hooks.Papers.Signed;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ten hooks over documents, at their places. */
@DisplayName("Instance hooks of documents")
class DocumentHooksTest {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final DocumentRegistry registry = DocumentRegistry.create();
    private final List<Subscription> added = new ArrayList<>();
    private MongoClient client;
    private OdmSessionFactory sessions;
    private OdmSession session;

    @BeforeEach
    void open() {
        registry.map(Papers.ALL);
        client = MongoClients.create("mongodb:/" + server.bind());
        sessions = OdmSessionFactory.of(DataStore.of(client, "papers"));
        session = sessions.open();
        Timeline.take();
    }

    @AfterEach
    void close() {
        added.forEach(Subscription::close);
        session.close();
        registry.dispose();
        client.close();
        server.shutdownNow();
    }

    static Stream<BiFunction<Integer, String, Sheet>> forms() {
        return Stream.of(Paper::new, Signed::new);
    }

    private void switchOn() {
        added.add(Mapped.onAll().beforeInsert(event -> Timeline.add("before_insert")));
        added.add(Mapped.onAll().afterInsert(event -> Timeline.add("after_insert")));
        added.add(Mapped.onAll().beforeUpdate(event -> Timeline.add("before_update")));
        added.add(Mapped.onAll().afterUpdate(event -> Timeline.add("after_update")));
        added.add(Mapped.onAll().beforeDelete(event -> Timeline.add("before_delete")));
        added.add(Mapped.onAll().afterDelete(event -> Timeline.add("after_delete")));
        added.add(Events.on(sessions).beforeFlush(event -> Timeline.add("before_flush")));
        added.add(Events.on(sessions).afterFlush(event -> Timeline.add("after_flush")));
        added.add(Events.on(sessions).afterFlushPostexec(event -> Timeline.add("after_flush_postexec")));
        added.add(InstanceHooks.on(registry, sessions));
    }

    private Sheet stored(BiFunction<Integer, String, Sheet> form) {
        Sheet sheet = session.save(form.apply(1, "old"));
        session.flush();
        return sheet;
    }

    private static List<String> taken() {
        return Timeline.take().stream().map(line -> line.replace("+", "")).toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    @Tag("L-26")
    void runAroundAnInsertAtTheirPlaces(BiFunction<Integer, String, Sheet> form) {
        switchOn();
        session.save(form.apply(1, "ed"));
        session.flush();

        assertThat(taken())
                .containsExactly(
                        "before_flush",
                        "newBeforeFlush ed",
                        "before_insert",
                        "beforeInsert ed",
                        "after_insert",
                        "afterInsert ed",
                        "after_flush",
                        "newAfterFlush ed",
                        "after_flush_postexec");
    }

    @ParameterizedTest
    @MethodSource("forms")
    @Tag("L-26")
    void runAroundAnUpdateAtTheirPlaces(BiFunction<Integer, String, Sheet> form) {
        Sheet sheet = stored(form);
        switchOn();
        sheet.text("al");
        session.flush();

        assertThat(taken())
                .containsExactly(
                        "before_flush",
                        "before_update",
                        "beforeUpdate al",
                        "after_update",
                        "afterUpdate al",
                        "after_flush",
                        "dirtyAfterFlush al",
                        "after_flush_postexec");
    }

    @ParameterizedTest
    @MethodSource("forms")
    @Tag("L-26")
    void runAroundADeletionAtTheirPlaces(BiFunction<Integer, String, Sheet> form) {
        Sheet sheet = stored(form);
        switchOn();
        session.delete(sheet);
        session.flush();

        assertThat(taken())
                .containsExactly(
                        "before_flush",
                        "before_delete",
                        "beforeDelete old",
                        "after_delete",
                        "afterDelete old",
                        "after_flush",
                        "deletedAfterFlush old",
                        "after_flush_postexec");
    }

    @Test
    void writeWhatBeforeInsertSets() {
        switchOn();
        session.save(new Paper(1, "ed"));
        session.flush();
        session.clear();

        assertThat(session.get(Paper.class, 1).text).isEqualTo("ed+");
    }

    @Test
    @Tag("L-25")
    void mayAddObjectsThatAreFlushedAndNotVisitedBefore() {
        added.add(InstanceHooks.on(sessions));
        session.save(new Copied(1));
        session.flush();

        assertThat(Timeline.take()).containsExactly("newAfterFlush copy");
        assertThat(session.get(Paper.class, 101)).isNotNull();
    }

    @Test
    void takeWhatTheyAskFor() {
        added.add(InstanceHooks.on(registry, sessions));
        session.save(new Asking(1));
        session.flush();

        assertThat(Timeline.take()).containsExactly("flush true true", "insert true true");
    }

    @Test
    void endWhenTheirSubscriptionIsClosed() {
        InstanceHooks.on(registry, sessions).close();
        session.save(new Paper(1, "ed"));
        session.flush();

        assertThat(Timeline.take()).isEmpty();
    }
}
