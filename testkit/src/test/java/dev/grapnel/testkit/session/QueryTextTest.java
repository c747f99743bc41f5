package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.events.Events;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.query.Query;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Queries that are made in the same way are rendered once. */
@EveryDatabase
@DisplayName("Texts of queries on")
class QueryTextTest extends DatabaseTest {
    private static final ColumnAttribute<Author, Integer> ID = ColumnAttribute.of(Author.class, "id", Integer.class);
    private static final ColumnAttribute<Author, String> NAME = ColumnAttribute.of(Author.class, "name", String.class);
    private static final CollectionAttribute<Author, Book> BOOKS =
            CollectionAttribute.of(Author.class, "books", Book.class);

    QueryTextTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenThreeAuthors() {
        elsewhere(s ->
                s.addAll(List.of(new Author("ann").with("a1", "a2"), new Author("bob").with("b1"), new Author("cid"))));
        sessions.inTransaction(s -> s.query(Author.class).list());
    }

    private List<String> names(Query<Author> query) {
        return query.list().stream().map(author -> author.name).toList();
    }

    /** How many texts were rendered. */
    private long rendered(Runnable work) {
        long before = sessions.statements().misses() + sessions.statements().renderedOnce();
        work.run();
        return sessions.statements().misses() + sessions.statements().renderedOnce() - before;
    }

    private void isRenderedOnce(Supplier<Query<Author>> query) {
        assertThat(rendered(() -> query.get().list())).isOne();
        assertThat(rendered(() -> query.get().list())).isZero();
    }

    @Test
    void secondRunRendersNothingAndHasItsOwnValues() {
        Function<String, Query<Author>> named =
                name -> session.query(Author.class).where(NAME.eq(name));
        assertThat(names(named.apply("ann"))).containsExactly("ann");

        assertThat(rendered(() -> assertThat(names(named.apply("bob"))).containsExactly("bob")))
                .isZero();
    }

    @Test
    void conditionsOfAllKindsAreKept() {
        isRenderedOnce(() ->
                session.query(Author.class).where(NAME.ne("x").and(ID.gt(0)).and(ID.between(0, 1000))));
        isRenderedOnce(() -> session.query(Author.class)
                .where(NAME.like("a%").or(NAME.isNull()).not()));
        isRenderedOnce(() -> session.query(Author.class).where(NAME.in("ann", "bob")));
        isRenderedOnce(() -> session.query(Author.class).where(DSL.upper(NAME).eq("ANN")));
        isRenderedOnce(() ->
                session.query(Author.class).where(ID.add(1).lt(100), ID.mul(2).ge(0)));
        isRenderedOnce(
                () -> session.query(Author.class).where(DSL.coalesce(NAME, "x").ne(DSL.inline("y"))));
    }

    @Test
    void orderLimitAndOffsetAreKept() {
        Function<Integer, Query<Author>> page = first ->
                session.query(Author.class).orderBy(NAME.desc()).limit(1).offset(first);
        assertThat(names(page.apply(1))).containsExactly("bob");

        assertThat(rendered(() -> assertThat(names(page.apply(2))).containsExactly("ann")))
                .isZero();
        assertThat(names(
                        session.query(Author.class).orderBy(NAME.asc()).limit(1).offset(1)))
                .containsExactly("bob");
        assertThat(names(session.query(Author.class).orderBy(NAME).limit(0))).isEmpty();
        assertThat(names(session.query(Author.class).orderBy(NAME).limit(5).offset(0)))
                .hasSize(3);
    }

    @Test
    void listsOfOtherLengthsAreOtherTexts() {
        assertThat(names(session.query(Author.class).where(NAME.in("ann")))).containsExactly("ann");

        assertThat(names(session.query(Author.class).where(NAME.in("ann", "bob"))))
                .containsExactlyInAnyOrder("ann", "bob");
        assertThat(names(session.query(Author.class).where(NAME.in(List.of())))).isEmpty();
    }

    @Test
    void nullIsAnotherTextThanAValue() {
        Function<String, Condition> equal = NAME::isNotDistinctFrom;
        assertThat(names(session.query(Author.class).where(equal.apply("ann")))).containsExactly("ann");

        assertThat(names(session.query(Author.class).where(equal.apply(null)))).isEmpty();
    }

    @Test
    void inlinedValuesAreParts() {
        assertThat(names(session.query(Author.class).where(NAME.eq(DSL.inline("ann")))))
                .containsExactly("ann");

        assertThat(names(session.query(Author.class).where(NAME.eq(DSL.inline("bob")))))
                .containsExactly("bob");
    }

    @Test
    void loadOptionsAreKept() {
        isRenderedOnce(() -> session.query(Author.class).load(LoadStrategy.JOINED, BOOKS));
        isRenderedOnce(() -> session.query(Author.class)
                .options(session.query(Author.class).options().defer("country")));
    }

    @Test
    void textsOfRelatedObjectsAreKeptWithTheirOptions() {
        LoadOptions deep = LoadOptions.NONE.load(LoadStrategy.SELECTIN, "books", "topics");
        Runnable load = () -> elsewhere(s -> s.query(Author.class).options(deep).list());
        load.run();

        assertThat(rendered(load)).isZero();
    }

    @Test
    void textsByKeyAreKeptWithTheirOptions() {
        Runnable get = () -> elsewhere(s -> s.byKey(Author.class)
                .options(LoadOptions.NONE.load(LoadStrategy.JOINED, "books"))
                .get(1));
        get.run();

        assertThat(rendered(get)).isZero();
    }

    @Test
    void valuesAndCountsAreKept() {
        Runnable counting =
                () -> session.query(Author.class).where(NAME.ne("x")).count();
        Runnable asking = () -> session.query(Author.class).where(NAME.ne("x")).exists();
        Runnable grouping = () -> session.query(Author.class)
                .groupBy(NAME)
                .having(DSL.count().gt(0))
                .select(NAME, DSL.count(), DSL.max(ID).as("most"))
                .list();
        for (Runnable work : List.of(counting, asking, grouping)) {
            assertThat(rendered(work)).isOne();
            assertThat(rendered(work)).isZero();
        }
    }

    @Test
    void criteriaOfListenersAreConditionsWithValues() {
        String[] hidden = {"ann"};
        Events.on(session).doOrmExecute(e -> {
            String name = hidden[0];
            ((SelectState) e)
                    .addCriterion(Author.class, table -> NAME.inTable(table).ne(name));
        });
        assertThat(names(session.query(Author.class).orderBy(NAME))).containsExactly("bob", "cid");
        hidden[0] = "cid";

        assertThat(rendered(() -> assertThat(names(session.query(Author.class).orderBy(NAME)))
                        .containsExactly("ann", "bob")))
                .isZero();
    }

    @Test
    void plainSqlTextIsRenderedEachTimeAndCounted() {
        long before = sessions.statements().renderedOnce();
        Function<String, Query<Author>> named =
                name -> session.query(Author.class).where(DSL.condition("name = ?", name));

        assertThat(names(named.apply("ann"))).containsExactly("ann");
        assertThat(names(named.apply("bob"))).containsExactly("bob");

        assertThat(sessions.statements().renderedOnce() - before).isEqualTo(2);
    }

    @Test
    void textThatEscapesItsValueIsNotKept() {
        assertThat(names(session.query(Author.class).where(NAME.contains("n")))).containsExactly("ann");

        assertThat(names(session.query(Author.class).where(NAME.contains("o")))).containsExactly("bob");
    }
}
