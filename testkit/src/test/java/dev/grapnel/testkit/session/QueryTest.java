package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.query.RowLock;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries for objects of one class: how many, whether, groups of them, and with locks. */
@EveryDatabase
@DisplayName("Queries on")
class QueryTest extends DatabaseTest {
    private static final ColumnAttribute<Author, String> NAME = ColumnAttribute.of(Author.class, "name", String.class);
    private static final ColumnAttribute<Author, String> COUNTRY =
            ColumnAttribute.of(Author.class, "country", String.class);
    private static final CollectionAttribute<Author, Book> BOOKS =
            CollectionAttribute.of(Author.class, "books", Book.class);

    QueryTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenFourAuthors() {
        elsewhere(s -> s.addAll(List.of(
                from("uk", new Author("ann").with("a1", "a2")),
                from("uk", new Author("bob").with("b1")),
                from("ch", new Author("cid")),
                from(null, new Author("dan")))));
        statements.clear();
    }

    private static Author from(String country, Author author) {
        author.country = country;
        return author;
    }

    // ---- how many ----

    @Test
    void countCountsInTheDatabase() {
        assertThat(session.query(Author.class).count()).isEqualTo(4);
        assertThat(session.query(Author.class).where(COUNTRY.eq("uk")).count()).isEqualTo(2);
        assertThat(session.query(Author.class).where(COUNTRY.eq("fr")).count()).isZero();
        assertThat(session.persistentObjects()).isEmpty();
    }

    @Test
    void countIsAsManyAsTheListHas() {
        assertThat(session.query(Author.class).orderBy(NAME).limit(3).count()).isEqualTo(3);
        assertThat(session.query(Author.class).orderBy(NAME).limit(3).offset(2).count())
                .isEqualTo(2);
        assertThat(session.query(Author.class).offset(9).count()).isZero();
        assertThat(session.query(Author.class)
                        .load(LoadStrategy.JOINED, BOOKS)
                        .distinct()
                        .count())
                .isEqualTo(4);
    }

    @Test
    void existsReadsOneRowAtMost() {
        assertThat(session.query(Author.class).exists()).isTrue();
        assertThat(session.query(Author.class).where(NAME.eq("x")).exists()).isFalse();
        assertThat(session.query(Author.class).offset(4).exists()).isFalse();
        assertThat(session.persistentObjects()).isEmpty();
    }

    @Test
    void countAndExistsSeeWhatIsPending() {
        session.add(new Author("eve"));

        assertThat(session.query(Author.class).count()).isEqualTo(5);
        session.add(new Author("fay"));
        assertThat(session.query(Author.class).where(NAME.eq("fay")).exists()).isTrue();
    }

    @Test
    @Tag("S-50")
    void countAndExistsAreToldToListenersOnce() {
        List<String> told = new ArrayList<>();
        Events.on(session)
                .doOrmExecute(
                        e -> told.add(e.kind() + " " + e.bindMapper().type().getSimpleName()));

        session.query(Author.class).count();
        session.query(Author.class).exists();

        assertThat(told).containsExactly("SELECT Author", "SELECT Author");
    }

    @Test
    void oneOrNullGivesTheOnlyOneOrNull() {
        assertThat(session.query(Author.class).where(NAME.eq("ann")).oneOrNull().name)
                .isEqualTo("ann");
        assertThat(session.query(Author.class).where(NAME.eq("x")).oneOrNull()).isNull();
        assertThatThrownBy(() -> session.query(Author.class).oneOrNull())
                .isInstanceOf(MultipleObjectsFoundException.class)
                .hasMessageContaining("found 4");
    }

    // ---- groups ----

    @Test
    void groupsAreCountedAndChosen() {
        List<Record> groups = session.query(Author.class)
                .where(COUNTRY.isNotNull())
                .groupBy(COUNTRY)
                .having(DSL.count().gt(1))
                .select(COUNTRY, DSL.count(), DSL.min(NAME))
                .list();

        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).get(COUNTRY)).isEqualTo("uk");
        assertThat(groups.get(0).get(1)).isEqualTo(2);
        assertThat(groups.get(0).get(2)).isEqualTo("ann");
    }

    @Test
    void distinctLeavesOutEqualRows() {
        List<Record> countries = session.query(Author.class)
                .where(COUNTRY.isNotNull())
                .distinct()
                .orderBy(COUNTRY)
                .select(COUNTRY)
                .list();

        assertThat(countries).extracting(row -> row.get(COUNTRY)).containsExactly("ch", "uk");
    }

    @Test
    void limitCountsObjectsAlsoIfCollectionsAreJoined() {
        List<Author> found = session.query(Author.class)
                .load(LoadStrategy.JOINED, BOOKS)
                .orderBy(NAME)
                .limit(2)
                .list();

        assertThat(found).extracting(author -> author.name).containsExactly("ann", "bob");
        assertThat(found.get(0).books).hasSize(2);
    }

    // ---- locks ----

    @Test
    void lockedRowsAreLeftOutByAnotherTransaction() {
        assumeTrue(database != TestDatabases.SQLITE_MEMORY);
        session.query(Author.class).where(NAME.eq("ann")).forUpdate().one();

        try (Session other = sessions.open()) {
            List<Author> free = other.query(Author.class)
                    .orderBy(NAME)
                    .lock(RowLock.FOR_UPDATE.skipLocked())
                    .list();

            assertThat(free).extracting(author -> author.name).containsExactly("bob", "cid", "dan");
        }
    }

    @Test
    void lockThatDoesNotWaitFailsAtOnce() {
        assumeTrue(database != TestDatabases.SQLITE_MEMORY);
        session.query(Author.class).where(NAME.eq("ann")).forUpdate().one();

        try (Session other = sessions.open()) {
            assertThatThrownBy(() -> other.query(Author.class)
                            .where(NAME.eq("ann"))
                            .lock(RowLock.FOR_UPDATE.noWait())
                            .list())
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("lock");
            other.rollback();
        }
    }

    @Test
    void sharedLockLetsOthersShare() {
        assumeTrue(database == TestDatabases.POSTGRESQL);
        session.query(Author.class).load(LoadStrategy.JOINED, BOOKS).forShare().list();

        try (Session other = sessions.open()) {
            assertThat(other.query(Author.class)
                            .lock(RowLock.FOR_SHARE.noWait())
                            .list())
                    .hasSize(4);
        }
    }

    @Test
    void lockThatTheDatabaseLacksIsRefused() {
        assumeTrue(database != TestDatabases.POSTGRESQL);

        assertThatThrownBy(() -> session.query(Author.class).forShare().list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("Cannot lock rows for share: ")
                .hasMessageContaining(
                        database == TestDatabases.H2
                                ? "H2 has no such lock. Use RowLock.FOR_UPDATE, which may also be told not to wait."
                                : "SQLite has no such lock. One transaction at a time writes there");
    }
}
