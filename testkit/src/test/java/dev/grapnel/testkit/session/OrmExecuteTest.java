package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.events.Events;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Listeners that run statements themselves, or answer in their place. */
@EveryDatabase
@DisplayName("Statements through a session on")
class OrmExecuteTest extends DatabaseTest {
    private final List<String> told = new ArrayList<>();

    OrmExecuteTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenAnAuthor() {
        elsewhere(s -> s.add(new Author("ann")));
        statements.clear();
    }

    private void wrap(String name) {
        Events.on(session).replaceOnOrmExecute(state -> {
            told.add(name + " before");
            OrmResult result = state.invoke();
            told.add(name + " after");
            return result;
        });
    }

    @Test
    @Tag("S-50")
    void kindsAreTold() {
        Events.on(session).doOrmExecute(state -> told.add(state.kind() + " " + state.isUpdate()));

        session.query(Author.class).list();
        session.update(Author.class).set("country", "UK").execute();
        session.deleteFrom(Author.class).execute();
        session.insertInto(Author.class).values(List.of(Map.of("name", "bob"))).execute();

        assertThat(told).containsExactly("SELECT false", "UPDATE true", "DELETE false", "INSERT false");
    }

    private List<String> toldWhileLoadingBooks(LoadStrategy strategy) {
        elsewhere(s -> s.add(new Author("bob").with("b")));
        Events.on(session).doOrmExecute(state -> told.add(state.isRelationshipLoad() + " " + state.loaderPath()));

        session.query(Author.class)
                .options(LoadOptions.NONE.load(strategy, "books"))
                .list();
        return told;
    }

    @Test
    @Tag("S-52")
    void joinedLoadingIsPartOfTheStatement() {
        assertThat(toldWhileLoadingBooks(LoadStrategy.JOINED)).containsExactly("false null");
    }

    @ParameterizedTest
    @EnumSource(names = {"SELECTIN", "SUBQUERY"})
    @Tag("S-52")
    void furtherSelectOfARelationshipIsToldOnItsOwn(LoadStrategy strategy) {
        assertThat(toldWhileLoadingBooks(strategy)).containsExactly("false null", "true Author.books");
    }

    @Test
    @Tag("S-53")
    void rowsOfAFlushAreNotTold() {
        Author ann = session.query(Author.class).one();
        Events.on(session).doOrmExecute(state -> told.add(state.kind().toString()));
        ann.country = "UK";
        session.add(new Author("bob"));

        session.flush();

        assertThat(told).isEmpty();
        assertThat(statements.count()).isGreaterThan(1);
    }

    @Test
    @Tag("S-53")
    void loadsOfAFlushAreTold() {
        Author ann = session.query(Author.class).one();
        session.delete(ann);
        session.expire(ann);
        Events.on(session).doOrmExecute(state -> told.add(state.kind() + " " + state.isColumnLoad()));

        session.flush();

        assertThat(told).contains("SELECT true");
    }

    @Test
    @Tag("S-55")
    void twoThatInvokeRunAsNestedBrackets() {
        wrap("first");
        wrap("second");
        Events.on(session).doOrmExecute(state -> told.add("third"));

        List<Author> found = session.query(Author.class).list();

        assertThat(found).hasSize(1);
        assertThat(told).containsExactly("first before", "second before", "third", "second after", "first after");
        assertThat(statements.count()).isOne();
    }

    @Test
    @Tag("S-54")
    void resultOfAListenerEndsTheChainAndIsUsed() {
        Author eve = new Author("eve");
        Events.on(session).replaceOnOrmExecute(state -> OrmResult.ofObjects(List.of(eve)));
        Events.on(session).doOrmExecute(state -> told.add("not told"));

        assertThat(session.query(Author.class).list()).containsExactly(eve);

        assertThat(told).isEmpty();
        statements.assertNone();
    }

    @Test
    @Tag("S-54")
    void nullLetsTheNextOneAndTheStatementRun() {
        Events.on(session).replaceOnOrmExecute(state -> null);

        assertThat(session.query(Author.class).list()).hasSize(1);
    }

    @Test
    @Tag("S-57")
    void statementMayBeInvokedSeveralTimes() {
        Events.on(session).replaceOnOrmExecute(state -> {
            state.invoke();
            return state.invoke();
        });

        assertThat(session.query(Author.class).list()).hasSize(1);

        assertThat(statements.count()).isEqualTo(2);
    }

    @Test
    @Tag("S-54")
    void rowCountOfAListenerIsThatOfTheStatement() {
        Events.on(session).replaceOnOrmExecute(state -> OrmResult.ofRowCount(7));

        assertThat(session.update(Author.class).set("country", "UK").execute()).isEqualTo(7);
    }

    @Test
    void resultOfAnotherKindIsRefused() {
        Events.on(session).replaceOnOrmExecute(state -> OrmResult.ofRowCount(7));

        assertThatThrownBy(() -> session.query(Author.class).list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot use 7 as the result of this statement: it gives a List."
                        + " Return what OrmExecuteState.invoke() gave, or make a result of the right kind.");
    }

    @Test
    void statementThatRanCannotBeInvoked() {
        List<OrmExecuteState> kept = new ArrayList<>();
        Events.on(session).doOrmExecute(kept::add);
        session.query(Author.class).list();

        assertThatThrownBy(() -> kept.get(0).invoke())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot invoke this statement: it has run. Call invoke() in the listener that was told of it.");
    }

    @Test
    void resultTellsWhatItHas() {
        List<Integer> counts = new ArrayList<>();
        Events.on(session).replaceOnOrmExecute(state -> {
            OrmResult result = state.invoke();
            counts.add(result.rowCount());
            return result;
        });

        session.update(Author.class).set("country", "UK").execute();

        assertThat(counts).containsExactly(1);
    }

    // ---- criteria ----

    private static void onlyTitle(OrmExecuteState state, String title) {
        if (state instanceof SelectState select && !state.isColumnLoad() && !state.isRelationshipLoad()) {
            select.addCriterion(
                    Book.class,
                    book -> DSL.field(book.append("title"), String.class).eq(title));
        }
    }

    @Test
    @Tag("S-59")
    @Tag("G-19")
    void criterionOfAListenerHoldsForTheQueryAndForLaterLoadsOfItsObjects() {
        elsewhere(s -> s.add(new Author("ed").with("a", "b")));
        Events.on(session).doOrmExecute(state -> onlyTitle(state, "b"));

        Author ed = session.query(Author.class)
                .where(DSL.field("name", String.class).eq("ed"))
                .one();

        assertThat(session.query(Book.class).list())
                .extracting(book -> book.title)
                .containsExactly("b");
        assertThat(ed.books).extracting(book -> book.title).containsExactly("b");
        session.expire(ed);
        assertThat(ed.books).extracting(book -> book.title).containsExactly("b");
    }

    @Test
    @Tag("G-18")
    void criterionFiltersAGetThatNeedsSqlAndNoReload() {
        elsewhere(s -> s.add(new Author("ed").with("a", "b")));
        List<Book> books = session.query(Book.class).list();
        Book a = books.stream()
                .filter(book -> book.title.equals("a"))
                .findFirst()
                .orElseThrow();
        Integer id = a.id;
        Events.on(session).doOrmExecute(state -> onlyTitle(state, "b"));

        session.refresh(a);
        assertThat(a.title).isEqualTo("a");

        session.expunge(a);
        assertThat(session.get(Book.class, id)).isNull();
    }
}
