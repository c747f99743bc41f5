package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.events.Events;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.query.Page;
import dev.grapnel.sql.query.Query;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists that are read by pages. */
@EveryDatabase
@DisplayName("Pages on")
class PageTest extends DatabaseTest {
    private static final ColumnAttribute<Author, Integer> ID = ColumnAttribute.of(Author.class, "id", Integer.class);
    private static final ColumnAttribute<Author, String> NAME = ColumnAttribute.of(Author.class, "name", String.class);
    private static final ColumnAttribute<Author, String> COUNTRY =
            ColumnAttribute.of(Author.class, "country", String.class);
    private static final CollectionAttribute<Author, Book> BOOKS =
            CollectionAttribute.of(Author.class, "books", Book.class);

    private Query<Author> authors;

    PageTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenSevenAuthors() {
        elsewhere(s -> {
            for (String name : List.of("a uk", "b uk", "c ch", "d ch", "e ch", "f fr", "g uk")) {
                Author author = new Author(name).with(name + "1", name + "2");
                author.country = name.substring(2);
                s.add(author);
            }
        });
        authors = session.query(Author.class);
    }

    private static List<String> names(Page<Author> page) {
        return page.items().stream().map(author -> author.name).toList();
    }

    private static List<List<String>> pages(Query<Author> query, int size) {
        List<List<String>> all = new ArrayList<>();
        Page<Author> page = query.page(size);
        all.add(names(page));
        while (page.hasNext()) {
            page = query.page(size, page.next());
            all.add(names(page));
        }
        return all;
    }

    @Test
    void eachPageBeginsBehindTheOneBefore() {
        assertThat(pages(authors.orderBy(NAME), 3))
                .containsExactly(List.of("a uk", "b uk", "c ch"), List.of("d ch", "e ch", "f fr"), List.of("g uk"));
        assertThat(pages(authors.orderBy(NAME), 7)).hasSize(1);
        assertThat(pages(authors.where(NAME.lt("a")), 3)).containsExactly(List.of());
    }

    @Test
    void equalRowsAreToldApartByTheKey() {
        assertThat(pages(authors.orderBy(COUNTRY), 2))
                .containsExactly(
                        List.of("c ch", "d ch"), List.of("e ch", "f fr"), List.of("a uk", "b uk"), List.of("g uk"));
    }

    @Test
    void directionsMayDiffer() {
        assertThat(pages(authors.orderBy(COUNTRY.desc(), NAME.desc(), ID), 3))
                .containsExactly(List.of("g uk", "b uk", "a uk"), List.of("f fr", "e ch", "d ch"), List.of("c ch"));
        assertThat(pages(authors.orderBy(DSL.upper(COUNTRY), NAME.desc()), 4))
                .containsExactly(List.of("e ch", "d ch", "c ch", "f fr"), List.of("g uk", "b uk", "a uk"));
    }

    @Test
    void rowsThatComeOrGoMoveNoOther() {
        Page<Author> first = authors.orderBy(NAME).page(2);
        session.rollback();
        elsewhere(s -> {
            s.delete(s.query(Author.class).where(NAME.eq("a uk")).one());
            s.add(new Author("a new"));
        });

        assertThat(names(authors.orderBy(NAME).page(2, first.next()))).containsExactly("c ch", "d ch");
    }

    @Test
    void collectionsComeByAnotherStatement() {
        Page<Author> first =
                authors.load(LoadStrategy.JOINED, BOOKS).orderBy(NAME).page(2);
        statements.clear();

        assertThat(first.items()).allSatisfy(author -> assertThat(author.books).hasSize(2));
        statements.assertNone();
    }

    @Test
    void furtherPagesAreRenderedOnce() {
        Query<Author> ordered = authors.orderBy(NAME);
        Page<Author> second = ordered.page(2, ordered.page(2).next());
        long before = sessions.statements().misses() + sessions.statements().renderedOnce();

        assertThat(names(ordered.page(2, second.next()))).containsExactly("e ch", "f fr");

        assertThat(sessions.statements().misses() + sessions.statements().renderedOnce())
                .isEqualTo(before);
    }

    @Test
    void listenersMayAnswer() {
        Events.on(session).replaceOnOrmExecute(e -> OrmResult.ofObjects(List.of(new Author("x"), new Author("y"))));

        assertThat(names(authors.page(1))).containsExactly("x");
    }

    // ---- what cannot be ----

    @Test
    void tokenOfAnotherOrderIsRefused() {
        String token = authors.orderBy(NAME).page(2).next();

        assertThatThrownBy(() -> authors.orderBy(COUNTRY).page(2, token))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot go on after page token '" + token + "': it is of a query with another order"
                                + " than [author.country, author.id]. Give what Page.next() gave, to the same query in the same"
                                + " order.");
        assertThatThrownBy(() -> authors.page(2, "rubbish"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot go on after page token 'rubbish': it is ");
    }

    /** Each order, with nulls on every border of pages. */
    @Test
    void nullsHaveTheirPlaceInTheOrder() {
        elsewhere(s -> List.of("b uk", "e ch")
                .forEach(name -> s.query(Author.class).where(NAME.eq(name)).one().country = null));
        List<List<SortField<?>>> orders = List.of(
                List.of(COUNTRY.asc(), NAME.asc()),
                List.of(COUNTRY.desc(), NAME.asc()),
                List.of(COUNTRY.asc().nullsFirst(), NAME.desc()),
                List.of(COUNTRY.desc().nullsLast(), NAME.desc()),
                List.of(DSL.nullif(COUNTRY, "fr").asc(), NAME.asc()));
        for (List<SortField<?>> order : orders) {
            Query<Author> ordered = authors.orderBy(order.toArray(SortField<?>[]::new));
            List<String> whole = names(ordered.page(100));
            assertThat(whole).hasSize(7);
            for (int size = 1; size < 7; size++) {
                assertThat(pages(ordered, size).stream().flatMap(List::stream))
                        .as("%s by %s", order, size)
                        .containsExactlyElementsOf(whole);
            }
        }
        assertThat(names(authors.orderBy(COUNTRY.asc()).page(100))).endsWith("b uk", "e ch");
        assertThat(names(authors.orderBy(COUNTRY.desc()).page(100))).startsWith("b uk", "e ch");
    }

    @Test
    void limitOrJoinedCollectionIsRefused() {
        assertThatThrownBy(() -> authors.limit(3).page(2))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot read pages of Author: the query has a limit or an offset. Leave them to the pages.");
        assertThatThrownBy(() -> authors.join(BOOKS).page(2))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot read pages of Author: the query joins collection Author.books, so an object"
                                + " could be on several pages. Ask about it with any(…) instead.");
        assertThatThrownBy(() -> authors.page(0))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("a page of 0 objects leads nowhere. Give a number above 0.");
    }
}
