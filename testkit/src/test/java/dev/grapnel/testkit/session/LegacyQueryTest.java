package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.session.BulkUpdateContext;
import dev.grapnel.events.Events;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.bulk.Synchronize;
import dev.grapnel.sql.query.ColumnDescription;
import dev.grapnel.sql.query.LegacyQuery;
import dev.grapnel.sql.query.QueryEvents;
import dev.grapnel.testkit.session.Library.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The query object of older programs, and listeners that change it. */
@EveryDatabase
@DisplayName("Query objects on")
class LegacyQueryTest extends DatabaseTest {
    private static final ColumnAttribute<Author, String> NAME = ColumnAttribute.of(Author.class, "name", String.class);
    private static final ColumnAttribute<Author, String> COUNTRY =
            ColumnAttribute.of(Author.class, "country", String.class);

    private final List<String> told = new ArrayList<>();
    private LegacyQuery<Author> query;

    LegacyQueryTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenThreeAuthors() {
        elsewhere(s -> s.addAll(List.of(new Author("ann"), new Author("bob"), new Author("cid"))));
        query = session.legacyQuery(Author.class);
    }

    private List<String> names(LegacyQuery<Author> of) {
        return of.orderBy(NAME).all().stream().map(author -> author.name).toList();
    }

    // ---- reading ----

    @Test
    void filterOrderAndLimitAreThoseOfTheDatabase() {
        assertThat(names(query.filter(NAME.ne("ann")).limit(1))).containsExactly("bob");
        assertThat(names(query.offset(2))).containsExactly("cid");
        assertThat(query.orderBy(NAME.desc()).first())
                .hasValueSatisfying(cid -> assertThat(cid.name).isEqualTo("cid"));
    }

    @Test
    void oneWantsExactlyOne() {
        assertThat(query.filter(NAME.eq("bob")).one().name).isEqualTo("bob");
        assertThat(query.filter(NAME.eq("x")).oneOrNone()).isEmpty();
        assertThatThrownBy(() -> query.filter(NAME.eq("x")).one()).isInstanceOf(ObjectNotFoundException.class);
        assertThatThrownBy(() -> query.one()).isInstanceOf(MultipleObjectsFoundException.class);
    }

    @Test
    void countAndExistsLoadNothing() {
        assertThat(query.filter(NAME.ne("ann")).count()).isEqualTo(2);
        assertThat(query.limit(2).count()).isEqualTo(2);
        assertThat(query.exists()).isTrue();
        assertThat(query.filter(NAME.eq("x")).exists()).isFalse();
    }

    @Test
    void getLooksIntoMemoryFirst() {
        Author ann = query.filter(NAME.eq("ann")).one();
        statements.clear();

        assertThat(query.get(ann.id)).containsSame(ann);

        statements.assertNone();
        assertThat(query.get(-1)).isEmpty();
    }

    // ---- listeners to reading ----

    @Test
    @Tag("Q-1")
    void queryThatAListenerReturnsIsUsed() {
        query.events().replaceBeforeCompile(event -> event.query().filter(NAME.ne("ann")));
        query.events().replaceBeforeCompile(event -> event.query().filter(NAME.ne("cid")));

        assertThat(names(query)).containsExactly("bob");
        assertThat(query.count()).isOne();
    }

    @Test
    @Tag("Q-1")
    void nullKeepsTheQuery() {
        query.events().replaceBeforeCompile(event -> null);

        assertThat(names(query)).hasSize(3);
    }

    @Test
    @Tag("Q-1")
    void whatAWatcherDoesWithTheQueryIsIgnored() {
        query.events().beforeCompile(event -> event.query().filter(NAME.eq("ann")));

        assertThat(names(query)).hasSize(3);
    }

    @Test
    @Tag("Q-2")
    void countAndExistsFireTwice() {
        query.events()
                .beforeCompile(event -> told.add(String.valueOf(event.query().entity())));

        query.count();
        query.exists();

        String author = Author.class.toString();
        assertThat(told).containsExactly(author, "null", author, "null");
    }

    @Test
    @Tag("Q-2")
    void getAndWritingDoNotFire() {
        query.events().beforeCompile(event -> told.add("compile"));

        query.get(-1);
        query.update(Map.of("country", "UK"));
        query.delete();

        assertThat(told).isEmpty();
    }

    @Test
    @Tag("Q-3")
    void queryTellsWhatItSelects() {
        assertThat(query.columnDescriptions())
                .containsExactly(new ColumnDescription("Author", Author.class, Author.class));
    }

    @Test
    @Tag("Q-4")
    void compileComesBeforeExecute() {
        query.events().beforeCompile(event -> told.add("compile"));
        Events.on(session).doOrmExecute(state -> told.add("execute"));

        query.all();

        assertThat(told).containsExactly("compile", "execute");
    }

    @Test
    void listenersOfAllQueriesComeFirst() {
        query.events().beforeCompile(event -> told.add("one"));
        try (var all = QueryEvents.onAll().beforeCompile(event -> told.add("all"))) {
            assertThat(all.isActive()).isTrue();
            query.all();
        }

        assertThat(told).containsExactly("all", "one");
    }

    @Test
    @Tag("Q-5")
    void listenersAreToldOfEachRunSoNoKeptTextIsStale() {
        String[] hidden = {"ann"};
        query.events().replaceBeforeCompile(event -> event.query().filter(NAME.ne(hidden[0])));
        assertThat(names(query)).containsExactly("bob", "cid");
        hidden[0] = "cid";

        assertThat(names(query)).containsExactly("ann", "bob");
    }

    // ---- writing ----

    @Test
    void updateAndDeleteGiveTheNumberOfRows() {
        assertThat(query.filter(NAME.ne("ann")).update(Map.of("country", "UK"))).isEqualTo(2);
        assertThat(query.filter(COUNTRY.eq("UK")).delete(Synchronize.FETCH)).isEqualTo(2);
        assertThat(names(query)).containsExactly("ann");
    }

    @Test
    @Tag("Q-6")
    void listenerMayAddValuesAndNarrowTheUpdate() {
        query.events().replaceBeforeCompileUpdate(event -> {
            event.context().values().put("name", "changed");
            return event.query().filter(NAME.eq("ann"));
        });

        int rows = query.update(Map.of("country", "UK"));

        assertThat(rows).isOne();
        assertThat(query.filter(COUNTRY.eq("UK")).one().name).isEqualTo("changed");
    }

    @Test
    @Tag("Q-7")
    void eachListenerGetsTheQueryThatTheOneBeforeLeft() {
        query.events().replaceBeforeCompileDelete(event -> event.query().filter(NAME.ne("ann")));
        query.events().replaceBeforeCompileDelete(event -> {
            assertThat(event.context().query()).isSameAs(event.query());
            return event.query().filter(NAME.ne("cid"));
        });

        assertThat(query.delete()).isOne();
        assertThat(names(query)).containsExactly("ann", "cid");
    }

    @Test
    @Tag("Q-8")
    @Tag("Q-9")
    void afterBulkComesWhenObjectsFollowedAlsoForNoRow() {
        Author ann = query.filter(NAME.eq("ann")).one();
        Events.on(session).afterBulkUpdate(context -> told.add(line(context) + ", ann in " + ann.country));
        Events.on(session).afterBulkDelete(context -> told.add("deleted " + context.rowCount()));

        query.filter(NAME.eq("ann")).update(Map.of("country", "UK"));
        query.filter(NAME.eq("x")).delete(Synchronize.NONE);

        assertThat(told).containsExactly("Author {country=UK} 1, ann in UK", "deleted 0");
    }

    private static String line(BulkUpdateContext<?> context) {
        return context.mapper().type().getSimpleName() + ' ' + context.values() + ' ' + context.rowCount();
    }

    @Test
    @Tag("Q-8")
    void statementsOfTheSessionDoNotFireAfterBulk() {
        Events.on(session).afterBulkUpdate(context -> told.add("updated"));

        session.update(Author.class).set(COUNTRY, "UK").execute();

        assertThat(told).isEmpty();
    }

    @Test
    void updateOfALimitedQueryIsRefused() {
        assertThatThrownBy(() -> query.limit(1).update(Map.of("country", "UK")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot update the rows of this query: it has an order or a limit, which a statement of this"
                                + " kind does not have. Say by conditions which rows are meant.");
    }
}
