package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.events.Events;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Results that are read a portion at a time. */
@EveryDatabase
@DisplayName("Streams on")
class QueryStreamTest extends DatabaseTest {
    /** Many more than a session may hold at any time. */
    private static final int MANY = Boolean.getBoolean("grapnel.full") ? 1_000_000 : 30_000;

    private static final int HELD_AT_MOST = 5_000;

    private static final ColumnAttribute<Author, Integer> ID = ColumnAttribute.of(Author.class, "id", Integer.class);
    private static final ColumnAttribute<Author, String> NAME = ColumnAttribute.of(Author.class, "name", String.class);
    private static final CollectionAttribute<Author, Book> BOOKS =
            CollectionAttribute.of(Author.class, "books", Book.class);

    QueryStreamTest() {
        super(Library.ALL);
    }

    private void givenFourAuthors() {
        elsewhere(s -> s.addAll(List.of(
                new Author("ann").with("a1", "a2"),
                new Author("bob").with("b1"),
                new Author("cid"),
                new Author("dan"))));
        statements.clear();
    }

    private static List<String> names(Stream<Author> authors) {
        try (authors) {
            return authors.map(author -> author.name).toList();
        }
    }

    @Test
    @Tag("G-2")
    void objectsAreThoseOfTheSession() {
        givenFourAuthors();
        Author bob = session.query(Author.class).where(NAME.eq("bob")).one();

        try (Stream<Author> all = session.query(Author.class).orderBy(NAME).stream(3)) {
            assertThat(all).hasSize(4).element(1).isSameAs(bob);
        }
    }

    @Test
    @Tag("U-32")
    void nothingIsKeptOfObjectsThatNobodyHolds() throws Exception {
        elsewhere(s -> IntStream.range(0, 40).forEach(number -> s.add(new Author("author " + number))));

        try (Stream<Author> all = session.query(Author.class).orderBy(NAME).stream(1)) {
            Iterator<Author> each = all.iterator();
            WeakReference<Object> first = recordOf(each.next());
            while (each.hasNext() && first.get() != null) {
                each.next();
                System.gc();
                Thread.sleep(20);
            }

            assertThat(first.get()).isNull();
        }
    }

    private static WeakReference<Object> recordOf(Author author) {
        return new WeakReference<>(ClassManager.requireState(author));
    }

    @Test
    void collectionsThatWouldBeJoinedComeOnceForEachPortion() {
        givenFourAuthors();
        List<Integer> books = new ArrayList<>();
        try (Stream<Author> all =
                session.query(Author.class).load(LoadStrategy.JOINED, BOOKS).orderBy(NAME).stream(2)) {
            all.forEach(author -> books.add(author.books.size()));
        }

        assertThat(books).containsExactly(2, 1, 0, 0);
        assertThat(statements.count(StatementKind.SELECT)).isEqualTo(3);
    }

    @Test
    void limitAndConditionHold() {
        givenFourAuthors();

        assertThat(names(session.query(Author.class).where(NAME.ne("bob")).orderBy(NAME).limit(2).stream(1)))
                .containsExactly("ann", "cid");
    }

    @Test
    void otherStatementsMayRunMeanwhile() {
        givenFourAuthors();
        List<Long> counts = new ArrayList<>();
        try (Stream<Author> all = session.query(Author.class).stream(1)) {
            all.forEach(author -> counts.add(
                    session.query(Author.class).where(NAME.eq(author.name)).count()));
        }

        assertThat(counts).containsExactly(1L, 1L, 1L, 1L);
    }

    @Test
    void endOfTheTransactionEndsTheStream() {
        givenFourAuthors();
        try (Stream<Author> all = session.query(Author.class).stream(1)) {
            Iterator<Author> authors = all.iterator();
            authors.next();
            session.commit();

            assertThatThrownBy(authors::next)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("they are closed, by the program or by the end of their transaction. Read"
                            + " them to the end before the session commits, rolls back or closes.");
        }
    }

    @Test
    @Tag("S-50")
    void listenersAreToldOnceAndMayAnswer() {
        givenFourAuthors();
        int[] told = {0};
        Author made = new Author("made");
        Events.on(session).replaceOnOrmExecute(e -> {
            told[0]++;
            return OrmResult.ofObjects(List.of(made));
        });

        assertThat(names(session.query(Author.class).stream())).containsExactly("made");
        assertThat(told[0]).isOne();
    }

    @Test
    @Tag("S-55")
    void listenersMayInvokeTheStatement() {
        givenFourAuthors();
        Events.on(session).replaceOnOrmExecute(e -> e.invoke());

        assertThat(names(session.query(Author.class).orderBy(NAME).stream(1))).hasSize(4);
    }

    @Test
    void portionOfNoRowsIsRefused() {
        assertThatThrownBy(() -> session.query(Author.class).stream(0))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot stream objects of Author in portions of 0. Give a number of rows above 0.");
    }

    @Test
    void sessionHoldsFewOfManyObjects() {
        givenMany();
        int[] seen = {0};
        int[] most = {0};
        try (Stream<Author> all = session.query(Author.class).orderBy(ID).stream()) {
            all.forEach(author -> {
                if (++seen[0] % (MANY / 3) == 0) {
                    System.gc();
                    most[0] = Math.max(most[0], session.persistentObjects().size());
                }
            });
        }

        assertThat(seen[0]).isEqualTo(MANY);
        assertThat(most[0]).isLessThan(HELD_AT_MOST);
    }

    private void givenMany() {
        String numbers =
                "with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < " + MANY + ")";
        String rows = "select 'name ' || n from numbers";
        direct().execute(
                        database == dev.grapnel.testkit.TestDatabases.H2
                                ? "insert into author (name) select 'name ' || x from system_range(1, " + MANY + ")"
                                : "insert into author (name) " + numbers + " " + rows);
    }
}
