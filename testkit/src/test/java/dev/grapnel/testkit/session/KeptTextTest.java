package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.events.Events;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.attribute.Aliased;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.attribute.ReferenceAttribute;
import dev.grapnel.sql.bulk.Synchronize;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.query.Query;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each form in which a query or a set-based statement is sent finds its text again, and the right one. */
@EveryDatabase
@DisplayName("Kept texts on")
class KeptTextTest extends DatabaseTest {
    private static final ColumnAttribute<Author, Integer> ID = ColumnAttribute.of(Author.class, "id", Integer.class);
    private static final ColumnAttribute<Author, String> NAME = ColumnAttribute.of(Author.class, "name", String.class);
    private static final ColumnAttribute<Author, String> COUNTRY =
            ColumnAttribute.of(Author.class, "country", String.class);
    private static final CollectionAttribute<Author, Book> BOOKS =
            CollectionAttribute.of(Author.class, "books", Book.class);
    private static final ReferenceAttribute<Book, Author> AUTHOR =
            ReferenceAttribute.of(Book.class, "author", Author.class);
    private static final ColumnAttribute<Book, String> TITLE = ColumnAttribute.of(Book.class, "title", String.class);

    record Line(String name, int count) {}

    KeptTextTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenAuthors() {
        elsewhere(s -> {
            String[] names = {"ann", "bob", "cid", "dan", "eve"};
            for (int at = 0; at < names.length; at++) {
                Author author = new Author(names[at]).with("book of " + names[at]);
                author.country = at % 2 == 0 ? "uk" : null;
                s.add(author);
            }
        });
    }

    private long rendered(Runnable work) {
        long before = sessions.statements().misses() + sessions.statements().renderedOnce();
        work.run();
        return sessions.statements().misses() + sessions.statements().renderedOnce() - before;
    }

    private Query<Author> authors(String name) {
        return session.query(Author.class).where(NAME.ne(name)).orderBy(NAME);
    }

    private Map<String, java.util.function.Consumer<String>> forms() {
        Map<String, java.util.function.Consumer<String>> forms = new LinkedHashMap<>();
        Aliased<Author> author = Aliased.of(Author.class, "a");
        forms.put("list", x -> authors(x).list());
        forms.put("first", x -> authors(x).first());
        forms.put(
                "oneOrNull", x -> session.query(Author.class).where(NAME.eq(x)).oneOrNull());
        forms.put("stream", x -> consume(authors(x).stream()));
        forms.put("page", x -> authors(x).page(2, authors(x).page(2).next()));
        forms.put("count", x -> authors(x).count());
        forms.put("limited count", x -> authors(x).limit(2).count());
        forms.put("exists", x -> authors(x).exists());
        forms.put("values", x -> authors(x).values(NAME));
        forms.put("select", x -> authors(x).select(NAME, ID).list());
        forms.put("select one", x -> authors(x).limit(1).select(NAME).one());
        forms.put("select first", x -> authors(x).select(NAME).first());
        forms.put("select stream", x -> consume(authors(x).select(NAME).stream()));
        forms.put(
                "groups",
                x -> session.query(Author.class)
                        .where(NAME.ne(x))
                        .groupBy(NAME)
                        .select(NAME, DSL.count())
                        .list(Line.class));
        forms.put(
                "tuples",
                x -> session.query(Book.class)
                        .join(AUTHOR, author)
                        .where(author.get(NAME).ne(x))
                        .select(TITLE, author)
                        .list());
        forms.put("distinct", x -> authors(x).distinct().list());
        forms.put(
                "any",
                x -> session.query(Author.class).where(BOOKS.any(TITLE.ne(x))).list());
        forms.put(
                "union",
                x -> authors(x)
                        .union(session.query(Author.class).where(NAME.eq(x)))
                        .list());
        forms.put("joined", x -> authors(x).load(LoadStrategy.JOINED, BOOKS).list());
        forms.put(
                "select-in",
                x -> authors(x)
                        .load(LoadStrategy.SELECTIN, BOOKS)
                        .populateExisting()
                        .list());
        forms.put(
                "sql",
                x -> session.query(Author.class)
                        .fromSql("select * from author where name <> ?", x)
                        .list());
        forms.put(
                "query object",
                x -> session.legacyQuery(Author.class).filter(NAME.ne(x)).all());
        forms.put(
                "count of a query object",
                x -> session.legacyQuery(Author.class).filter(NAME.ne(x)).count());
        forms.put(
                "exists of a query object",
                x -> session.legacyQuery(Author.class).filter(NAME.ne(x)).exists());
        forms.put(
                "update of a query object",
                x -> session.legacyQuery(Author.class).filter(NAME.eq(x)).update(Map.of("country", x)));
        forms.put(
                "update",
                x -> session.update(Author.class)
                        .set(COUNTRY, x)
                        .where(NAME.eq(x))
                        .execute());
        forms.put(
                "fetching update",
                x -> session.update(Author.class)
                        .set(COUNTRY, DSL.upper(COUNTRY))
                        .where(NAME.eq(x))
                        .synchronize(Synchronize.FETCH)
                        .execute());
        forms.put(
                "update returning",
                x -> session.update(Author.class)
                        .set(COUNTRY, x)
                        .where(NAME.eq(x))
                        .executeReturning());
        forms.put(
                "update by key",
                x -> session.update(Author.class)
                        .byKey(List.of(Map.of("id", 1, "country", x)))
                        .execute());
        forms.put(
                "insert",
                x -> session.insertInto(Author.class)
                        .values(List.of(Map.of("name", "new " + x)))
                        .execute());
        forms.put(
                "insert of one statement",
                x -> session.insertInto(Author.class)
                        .common(Map.of("name", "newer " + x))
                        .execute());
        forms.put(
                "delete returning",
                x -> session.deleteFrom(Author.class)
                        .where(NAME.eq("newer " + x))
                        .executeReturning());
        forms.put(
                "delete",
                x -> session.deleteFrom(Author.class).where(NAME.eq("new " + x)).execute());
        return forms;
    }

    private static void consume(Stream<?> all) {
        try (all) {
            assertThat(all.count()).isNotNegative();
        }
    }

    @Test
    void areFoundByEachFormOfAQuery() {
        forms().forEach((name, form) -> {
            form.accept("ann");
            assertThat(rendered(() -> form.accept("bob"))).as(name).isZero();
        });
    }

    @Test
    void areFoundByLoadsThatObeyACriterion() {
        LoadOptions.Criterion old = LoadOptions.Criterion.on(TITLE, title -> title.ne("new"));
        LoadOptions.Criterion known = LoadOptions.Criterion.on(NAME, name -> name.ne("unknown"));
        Events.on(session).doOrmExecute(state -> {
            if (state instanceof SelectState select) {
                select.addCriterion(old);
                select.addCriterion(known);
            }
        });
        List<Integer> ids = session.query(Author.class).orderBy(NAME).values(ID);
        Query<Author> withBooks = session.query(Author.class).load(LoadStrategy.SELECTIN, BOOKS);
        withBooks.where(NAME.ne("eve")).list();
        session.getOne(Author.class, ids.get(0)).books.size();

        assertThat(rendered(() -> session.getOne(Author.class, ids.get(1)).books.size()))
                .isZero();
        assertThat(rendered(
                        () -> withBooks.where(NAME.ne("ann")).populateExisting().list()))
                .isZero();
    }

    // ---- the right one ----

    private static Condition condition(Random random, int depth) {
        String[] names = {"ann", "bob", "cid", "x"};
        String name = names[random.nextInt(names.length)];
        return switch (random.nextInt(depth == 0 ? 9 : 13)) {
            case 0 -> NAME.eq(name);
            case 1 -> NAME.ne(name);
            case 2 -> NAME.in(List.of(names).subList(0, random.nextInt(names.length + 1)));
            case 3 -> NAME.notIn(List.of(names).subList(0, random.nextInt(names.length)));
            case 4 -> COUNTRY.isNull();
            case 5 -> COUNTRY.isNotDistinctFrom(random.nextBoolean() ? null : "uk");
            case 6 -> NAME.like(name.charAt(0) + "%");
            case 7 -> NAME.between("b", name);
            case 8 -> BOOKS.any(TITLE.eq("book of " + name));
            case 9 -> condition(random, depth - 1).and(condition(random, depth - 1));
            case 10 -> condition(random, depth - 1).or(condition(random, depth - 1));
            case 11 -> DSL.coalesce(COUNTRY, DSL.inline(name)).eq(name);
            default -> condition(random, depth - 1).not();
        };
    }

    private static Query<Author> random(SessionQueries session, Random random) {
        Query<Author> query = session.authors().where(condition(random, 2));
        SortField<?> first = random.nextBoolean() ? NAME.desc() : NAME.asc();
        query = random.nextBoolean()
                ? query.orderBy(first)
                : query.orderBy(COUNTRY.asc().nullsFirst(), first);
        if (random.nextBoolean()) {
            query = query.limit(random.nextInt(4));
        }
        if (random.nextBoolean()) {
            query = query.offset(random.nextInt(3));
        }
        return random.nextInt(4) == 0 ? query.load(LoadStrategy.JOINED, BOOKS) : query;
    }

    private interface SessionQueries {
        Query<Author> authors();
    }

    @Test
    void giveWhatTheirStatementsWouldGiveIfTheyWereRenderedAnew() {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            List<String> kept = names(sessions, seed);
            List<String> anew = names(SessionFactory.of(engine, registry), seed);
            if (!kept.equals(anew)) {
                wrong.add("seed " + seed + ": " + kept + " instead of " + anew);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(sessions.statements().hits()).isGreaterThan(20);
    }

    private static List<String> names(SessionFactory factory, long seed) {
        return factory.computeInTransaction(s -> random(() -> s.query(Author.class), new Random(seed)).list().stream()
                .map(author -> author.name)
                .toList());
    }
}
