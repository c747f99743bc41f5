package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session whose transactions begin late, beside one whose transactions begin at once, while another one writes between their steps. */
@DisplayName("Sessions whose transactions begin late on PostgreSQL")
class LateBeginLawTest {
    private static final int AUTHORS = 4;
    private static final int STEPS = 60;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readAndWriteTheSame(long seed) {
        assertThat(new Program(seed).run(EngineSettings.DEFAULT))
                .isEqualTo(new Program(seed).run(EngineSettings.DEFAULT.withoutLateBegin()));
    }

    /** Steps by chance, the same for the same seed. */
    private static final class Program {
        private final Random random;
        private final List<String> seen = new ArrayList<>();
        /** Authors whose rows the session may have locked. */
        private final Set<Integer> written = new HashSet<>();

        private SessionFactory sessions;
        private Session session;
        private int nested;
        private int made;

        Program(long seed) {
            random = new Random(seed);
        }

        List<String> run(EngineSettings settings) {
            Registry registry = Registry.of(Library.ALL);
            try (Engine engine = TestDatabases.POSTGRESQL.open(settings)) {
                Schema.of(registry).createAll(engine);
                sessions = SessionFactory.of(engine, registry);
                sessions.inTransaction(first -> {
                    for (int at = 0; at < AUTHORS; at++) {
                        first.add(new Author("author " + at).with("one", "two"));
                    }
                });
                session = sessions.open();
                for (int step = 0; step < STEPS; step++) {
                    step(random.nextInt(11), 1 + random.nextInt(AUTHORS));
                }
                session.close();
                seen.add(sessions.computeInTransaction(Program::everything));
                return seen;
            } finally {
                registry.dispose();
            }
        }

        private void step(int what, int id) {
            switch (what) {
                case 0, 1 -> seen.add("found " + found(id).name);
                case 2 -> seen.add("books " + titles(found(id)));
                case 3 -> seen.add("all " + everything(session));
                case 4 -> rename(id);
                case 5 -> session.refresh(found(id));
                case 6 -> session.flush();
                case 7 -> beginNested();
                case 8 -> commit();
                case 9 -> rollBack();
                default -> writeElsewhere(id);
            }
        }

        private Author found(int id) {
            return session.getOne(Author.class, id);
        }

        private static Set<String> titles(Author author) {
            return author.books.stream().map(book -> book.title).collect(Collectors.toCollection(TreeSet::new));
        }

        private static String everything(Session session) {
            Set<String> rows = new TreeSet<>();
            session.query(Author.class).list().forEach(author -> rows.add(author.id + author.name));
            session.query(Book.class).list().forEach(book -> rows.add(book.id + book.title));
            return rows.toString();
        }

        private void rename(int id) {
            written.add(id);
            found(id).name = "mine " + ++made;
            found(id).books.get(0).title = "mine " + made;
        }

        private void beginNested() {
            nested++;
            session.beginNested();
        }

        private void commit() {
            session.commit();
            ended();
        }

        private void rollBack() {
            session.rollback();
            ended();
        }

        private void ended() {
            if (nested > 0) {
                nested--;
            } else {
                written.clear();
            }
        }

        /** Not where it would wait for the session. */
        private void writeElsewhere(int id) {
            if (!written.contains(id)) {
                sessions.inTransaction(other -> {
                    Author author = other.getOne(Author.class, id);
                    author.name = "theirs " + ++made;
                    author.books.get(0).title = "theirs " + made;
                    author.with("more " + made);
                });
            }
        }
    }
}
