package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.RecordedStatement;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is loaded when, and what is told of it. */
@EveryDatabase
@DisplayName("Loading on")
class LoadingRulesTest extends DatabaseTest {
    private static final CollectionAttribute<Author, Book> BOOKS =
            CollectionAttribute.of(Author.class, "books", Book.class);
    private static final ColumnAttribute<Author, String> NAME = ColumnAttribute.of(Author.class, "name", String.class);

    private final List<String> told = new ArrayList<>();

    LoadingRulesTest() {
        super(Author.class, Book.class, Topic.class, Person.class, Engineer.class, Staff.Lead.class);
    }

    @BeforeEach
    void givenTwoAuthors() {
        elsewhere(s -> s.addAll(List.of(new Author("ann").with("a", "b"), new Author("bob").with("c"))));
        statements.clear();
    }

    private Author ann() {
        Author ann = session.query(Author.class).where(NAME.eq("ann")).one();
        statements.clear();
        return ann;
    }

    // ---- order of events ----

    @Test
    @Tag("G-5")
    void joinedMembersAreToldBeforeTheirOwner() {
        try (Subscription authors = InstanceEvents.on(Author.class).load(e -> told.add("author"));
                Subscription books = InstanceEvents.on(Book.class).load(e -> told.add("book"));
                Subscription topics = InstanceEvents.on(Topic.class).load(e -> told.add("topic"))) {
            elsewhere(s -> s.query(Book.class).list().get(0).topics.add(new Topic("t")));
            told.clear();

            session.query(Author.class)
                    .where(NAME.eq("ann"))
                    .options(LoadOptions.NONE.load(LoadStrategy.JOINED, "books", "topics"))
                    .list();
        }

        assertThat(told).containsExactly("topic", "book", "author", "book");
    }

    @Test
    @Tag("G-27")
    void errorOfALoadListenerEndsTheReadingAndObjectsMadeSoFarStay() {
        List<Author> made = new ArrayList<>();
        try (Subscription refusing = InstanceEvents.on(Author.class).load(e -> {
            made.add(e.target());
            if (made.size() == 2) {
                throw new IllegalStateException("not this one");
            }
        })) {
            assertThatThrownBy(() -> session.query(Author.class).orderBy(NAME).list())
                    .hasStackTraceContaining("not this one");
        }

        assertThat(made).hasSize(2).allMatch(session::contains);
    }

    // ---- relationships ----

    @Test
    @Tag("G-12")
    void loadedCollectionIsToldAsMadeAndItsMembersNot() {
        Author ann = ann();
        AttributeTrace trace = new AttributeTrace().of(Author.class, "books").of(Book.class, "author");

        assertThat(ann.books).hasSize(2);

        assertThat(trace.lines()).singleElement().asString().contains("books init_collection");
    }

    @Test
    void whatAJoinMakesEqualIsReadOnceAndKnownToBoth() {
        elsewhere(s -> s.add(new Author("cid")));
        statements.clear();

        List<Author> authors = session.query(Author.class)
                .options(LoadOptions.NONE.load(LoadStrategy.JOINED, "books"))
                .orderBy(NAME)
                .list();

        assertThat(authors).extracting(author -> author.books.size()).containsExactly(2, 1, 0);
        assertThat(authors.get(0).books).allMatch(book -> book.author == authors.get(0));
        assertThat(statements.statements())
                .extracting(RecordedStatement::text)
                .singleElement(InstanceOfAssertFactories.STRING)
                .containsOnlyOnce("author_id");
    }

    @Test
    @Tag("G-12")
    void loadedReferenceIsToldOfNothing() {
        Book book = session.query(Book.class).list().get(0);
        AttributeTrace trace = new AttributeTrace().of(Book.class, "author");

        assertThat(book.author.name).isEqualTo("ann");

        trace.assertLines();
    }

    @Test
    void immediateLoadsEachOwnersRightAfterIt() {
        session.query(Author.class).load(LoadStrategy.IMMEDIATE, BOOKS).list();

        statements.assertStatements("SELECT author", "SELECT book", "SELECT book");
    }

    @Test
    void noloadGivesNothing() {
        Author ann = session.query(Author.class)
                .where(NAME.eq("ann"))
                .load(LoadStrategy.NOLOAD, BOOKS)
                .one();

        assertThat(ann.books).isEmpty();
        statements.assertStatements("SELECT author");
    }

    @Test
    void raiseRefusesToRead() {
        Author ann = session.query(Author.class)
                .where(NAME.eq("ann"))
                .load(LoadStrategy.RAISE, BOOKS)
                .one();

        assertThatThrownBy(() -> ann.books.size())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot load relationship Author.books");
    }

    // ---- expired attributes ----

    @Nested
    class Expired {
        @Test
        @Tag("G-7")
        void columnsAreReloadedTogetherAndRelationshipsOnTheirOwnRead() {
            Author ann = ann();
            ann.books.size();
            session.expire(ann);
            statements.clear();

            ann.name.length();

            statements.assertStatements("SELECT author");
            assertThat(Instance.of(ann).unloaded()).containsExactly("books");
            assertThat(ann.books).hasSize(2);
        }

        @Test
        @Tag("G-7")
        @Tag("G-9")
        void columnThatWasWrittenIsLeftOutOfTheReload() {
            session.autoflush(false);
            Author ann = ann();
            session.expire(ann);
            ann.country = "UK";
            statements.assertNone();

            ann.name.length();

            assertThat(ann.country).isEqualTo("UK");
            assertThat(session.dirty()).containsExactly(ann);
        }

        @Test
        @Tag("G-8")
        void readBeginsATransaction() {
            Author ann = ann();
            session.commit();
            assertThat(session.inTransaction()).isFalse();

            ann.name.length();

            assertThat(session.inTransaction()).isTrue();
        }
    }

    // ---- subclasses ----

    @Test
    @Tag("G-11")
    @Tag("G-23")
    void columnsOfASubclassTableAreLoadedOnFirstRead() {
        elsewhere(s -> s.add(new Engineer("eve", "C")));
        List<String> refreshed = new ArrayList<>();
        Engineer eve = (Engineer) session.query(Person.class).one();
        statements.clear();

        try (Subscription watching = InstanceEvents.on(Engineer.class)
                .refresh(e -> refreshed.addAll(Objects.requireNonNull(e.attributes())))) {
            assertThat(eve.language).isEqualTo("C");
        }

        assertThat(statements.count()).isOne();
        assertThat(refreshed).contains("language").doesNotContain("name");
    }

    // ---- criteria ----

    @Test
    @Tag("G-17")
    void criterionOfAQueryHoldsForLaterLoadsOfItsObjects() {
        Author ann = session.query(Author.class)
                .where(NAME.eq("ann"))
                .options(LoadOptions.NONE.where(new LoadOptions.Criterion(
                        Book.class,
                        table -> DSL.field(table.append("title"), String.class).eq("b"))))
                .one();

        assertThat(ann.books).extracting(book -> book.title).containsExactly("b");
        session.expire(ann);
        assertThat(ann.books).extracting(book -> book.title).containsExactly("b");
    }

    /** Listeners of the mapper stay out of loading. */
    @Test
    void loadingFiresNoMapperEvent() {
        try (Subscription updating = Mapped.on(Author.class).beforeUpdate(e -> told.add("update"))) {
            ann();
            session.flush();
        }

        assertThat(told).isEmpty();
    }
}
