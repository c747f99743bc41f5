package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.ScopedSession;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.bind.Binds;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.JoinMode;
import dev.grapnel.sql.connection.PreparedTransactions;
import dev.grapnel.sql.connection.Recovery;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The code of docs/guide/sessions.md, word by word but for the white space. */
@EveryDatabase
@DisplayName("The guide to sessions on")
class SessionGuideTest extends DatabaseTest {
    private static final Path GUIDE = Path.of("../docs/guide/sessions.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/grapnel/testkit/session/SessionGuideTest.java");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    SessionGuideTest() {
        super(Library.ALL);
    }

    @Test
    void hasNoCodeThatIsNotHere() throws IOException {
        String source = flat(Files.readString(SOURCE));
        List<String> snippets = JAVA.matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult found) -> flat(found.group(1)))
                .toList();

        assertThat(snippets)
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(source).contains(snippet));
    }

    private static String flat(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void doesOnePieceOfWork() {
        sessions.inTransaction(session -> session.add(new Author("ed")));
        Integer id = sessions.computeInTransaction(
                session -> session.query(Author.class).one().id);

        assertThat(session.get(Author.class, id).name).isEqualTo("ed");
    }

    @Test
    void setsOptions() {
        SessionOptions strict = SessionOptions.DEFAULT.withAutoflush(false).withReusable(false);
        SessionFactory own = SessionFactory.of(engine, registry, strict);

        try (Session one = own.open()) {
            assertThat(one.isAutoflush()).isFalse();
        }
    }

    @Test
    void remembersThings() {
        List<String> log = new ArrayList<>();
        sessions.info().put("service", "catalogue");
        session.info().put("user", "ed");
        Events.on(session).beforeFlush(e -> log.add(e.session().info().get("user") + " writes"));
        session.add(new Author("ed"));

        session.flush();

        assertThat(log).containsExactly("ed writes");
    }

    @Test
    void findsTheSessionOfAThread() {
        ScopedSession scoped = ScopedSession.perThread(sessions);
        scoped.current().add(new Author("jo"));
        scoped.current().commit();
        scoped.remove();

        assertThat(session.query(Author.class).list()).hasSize(1);
    }

    @Test
    void joinsAConnection() throws SQLException {
        try (JdbcTransaction theirs = engine.begin()) {
            Connection connection = theirs.connection().jdbc();

            try (Session joined = sessions.open(connection, JoinMode.CREATE_SAVEPOINT)) {
                joined.add(new Author("al"));
                joined.commit();
            }
            connection.rollback();
        }

        assertThat(session.query(Author.class).list()).isEmpty();
    }

    @Test
    void preparesATransaction() {
        assumeTrue(engine.dialect().twoPhase() != null);
        session.add(new Author("ed"));

        String name = session.prepare();
        session.commit();

        assertThat(engine.preparedTransactions().names()).doesNotContain(name);
    }

    @Test
    void endsWhatACrashLeft() {
        assumeTrue(database == TestDatabases.H2); // the server of PostgreSQL may have those of other tests
        for (String left : engine.preparedTransactions().names()) {
            engine.preparedTransactions().rollback(left);
        }

        assertThat(engine.preparedTransactions().names()).isEmpty();
    }

    private static String shardOf(Object object) {
        return object instanceof Author author && author.name.equals("ed") ? "west" : "east";
    }

    private Engine another() {
        Engine other = leaks.watch(database.open());
        Schema.of(registry).createAll(other);
        return other;
    }

    @Test
    void worksOverSeveralDatabases() {
        Engine archive = another();
        Binds binds = Binds.of(engine).bind(Topic.class, archive);
        SessionFactory several = SessionFactory.of(binds, registry);

        several.inTransaction(session -> session.add(new Topic("law")));

        assertThat(session.query(Topic.class).list()).isEmpty();
        session.close();
        try (Session both = several.open()) {
            assertThat(both.query(Topic.class).list()).hasSize(1);
        }
        archive.close();
    }

    @Test
    void readsFromAReplica() {
        Engine replica = another();
        Binds replicated = Binds.of(engine).resolve(request -> request.writes() ? null : replica);

        try (Session reading = SessionFactory.of(replicated, registry).open()) {
            reading.add(new Author("ed"));
            reading.flush();
            assertThat(reading.query(Author.class).list()).isEmpty();
        }
        replica.close();
    }

    @Test
    void spreadsObjectsOverShards() {
        session.close();
        Engine west = engine;
        Engine east = another();
        Binds sharded = Binds.none().shards(Map.of("west", west, "east", east), (mapper, object) -> shardOf(object));

        try (Session session = SessionFactory.of(sharded, registry).open()) {
            session.addAll(List.of(new Author("ed"), new Author("jo")));
            List<Author> eastern = session.query(Author.class)
                    .option(ExecutionOption.IDENTITY_TOKEN, "east")
                    .list();
            assertThat(eastern).extracting(author -> author.name).containsExactly("jo");
        }
        east.close();
    }

    @Test
    void preparesSeveralDatabases() {
        assumeTrue(engine.dialect().twoPhase() != null);
        Engine archive = another();
        String number = UUID.randomUUID().toString();
        try (Session session = SessionFactory.of(Binds.of(engine).bind(Topic.class, archive), registry)
                .open()) {
            session.addAll(List.of(new Topic("law"), new Author("ed")));
            session.prepare("shop:" + number);
            session.commit();
        }
        Recovery done = PreparedTransactions.recover(List.of(engine, archive), "shop:");
        assertThat(done.committed()).isEmpty();
        archive.close();
    }
}
