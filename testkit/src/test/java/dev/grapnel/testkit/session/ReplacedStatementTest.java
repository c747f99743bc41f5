package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.events.Events;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.WriteState;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.bulk.BulkDelete;
import dev.grapnel.sql.bulk.BulkUpdate;
import dev.grapnel.sql.bulk.Synchronize;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.query.Query;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Listeners that put another statement in place of the one that is sent. */
@EveryDatabase
@DisplayName("Statements that listeners replace on")
class ReplacedStatementTest extends DatabaseTest {
    private static final ColumnAttribute<Author, String> NAME = ColumnAttribute.of(Author.class, "name", String.class);
    private static final ColumnAttribute<Author, String> COUNTRY =
            ColumnAttribute.of(Author.class, "country", String.class);
    private static final CollectionAttribute<Author, Book> BOOKS =
            CollectionAttribute.of(Author.class, "books", Book.class);

    private final List<Object> told = new ArrayList<>();

    ReplacedStatementTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenThreeAuthors() {
        elsewhere(s -> s.addAll(List.of(new Author("ann").with("a"), new Author("bob"), new Author("cid"))));
        statements.clear();
    }

    /** Has each query changed on its way. */
    private void change(UnaryOperator<Query<?>> how) {
        Events.on(session).doOrmExecute(state -> {
            if (state instanceof SelectState select && select.statement() instanceof Query<?> query) {
                select.statement(how.apply(query));
            }
        });
    }

    private Query<Author> authors() {
        return session.query(Author.class).orderBy(NAME);
    }

    private static List<String> names(Stream<Author> authors) {
        return authors.map(author -> author.name).toList();
    }

    // ---- queries ----

    @Test
    @Tag("S-54")
    void replacedQueryAnswersInEveryForm() {
        change(query -> query.where(NAME.ne("bob")));

        assertThat(names(authors().list().stream())).containsExactly("ann", "cid");
        assertThat(authors().values(NAME)).containsExactly("ann", "cid");
        assertThat(authors().count()).isEqualTo(2);
        assertThat(session.query(Author.class).where(NAME.eq("bob")).exists()).isFalse();
        assertThat(names(authors().page(5).items().stream())).containsExactly("ann", "cid");
        try (Stream<Author> all = authors().stream()) {
            assertThat(names(all)).containsExactly("ann", "cid");
        }
        assertThat(session.legacyQuery(Author.class).count()).isEqualTo(2);
    }

    @Test
    void replacementOfOneListenerIsSeenByTheNext() {
        change(query -> query.limit(2));
        change(query -> query.offset(1));

        assertThat(names(authors().list().stream())).containsExactly("bob", "cid");
    }

    @Test
    @Tag("S-56")
    void statementOfOneInvocationLeavesTheOthersAlone() {
        Events.on(session).replaceOnOrmExecute(state -> {
            SelectState select = (SelectState) state;
            Query<?> query = (Query<?>) select.statement();
            List<Object> both = new ArrayList<>(
                    select.invoke(query.limit(1), ExecutionOptions.NONE).objects());
            assertThat(select.statement()).isSameAs(query);
            both.addAll(select.invoke().objects());
            return OrmResult.ofObjects(both);
        });

        assertThat(names(authors().list().stream())).containsExactly("ann", "ann", "bob", "cid");
    }

    @Test
    @Tag("S-55")
    void criterionOfALaterListenerHoldsOnceForEachInvocation() {
        Events.on(session).replaceOnOrmExecute(state -> {
            state.invoke();
            return state.invoke();
        });
        Events.on(session).doOrmExecute(state -> {
            SelectState select = (SelectState) state;
            select.addCriterion(Author.class, table -> NAME.inTable(table).ne("bob"));
            told.add(select.criteria().size());
        });

        assertThat(names(authors().list().stream())).containsExactly("ann", "cid");

        assertThat(told).containsExactly(1, 1);
    }

    @Test
    void replacedQueryBringsItsLoadOptions() {
        change(query -> query.load(LoadStrategy.SELECTIN, BOOKS));

        Author ann = authors().first().orElseThrow();

        assertThat(Instance.of(ann).unloaded()).doesNotContain("books");
    }

    @Test
    void sqlMayTakeThePlaceOfAQuery() {
        Events.on(session).doOrmExecute(state -> {
            SelectState select = (SelectState) state;
            told.add(select.isFromStatement());
            select.statement(session.query(Author.class).fromSql("select * from author where name = ?", "cid"));
        });

        assertThat(names(authors().list().stream())).containsExactly("cid");
        assertThat(names(session.query(Author.class).fromSql("select * from author").list().stream()))
                .containsExactly("cid");
        assertThat(told).containsExactly(false, true);
        assertThatThrownBy(() -> authors().count())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot take values, numbers or pages from select * from author where name = ?, which a"
                                + " listener put in place of a query for Author");
    }

    @Test
    void queryForAnotherClassIsRefused() {
        Events.on(session).doOrmExecute(state -> ((SelectState) state).statement(session.query(Book.class)));

        assertThatThrownBy(() -> authors().list())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot put a query for Book in place of one for Author: its objects are of another class.");
    }

    @Test
    void loadOfTheLibraryHasNoQueryAndTakesNone() {
        Author ann = authors().first().orElseThrow();
        Events.on(session).doOrmExecute(state -> {
            SelectState select = (SelectState) state;
            told.add(select.statement() == null);
            select.statement(session.query(Book.class));
        });

        assertThatThrownBy(() -> ann.books.size())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot put another statement in place of this one: the library itself loads Author.books."
                                + " Add a criterion with addCriterion(), or answer by replaceOnOrmExecute().");
        assertThat(told).containsExactly(true);
    }

    // ---- statements that write ----

    @Test
    @Tag("S-54")
    void replacedUpdateAndDeleteAreRun() {
        Events.on(session).doOrmExecute(state -> {
            if (state instanceof WriteState write && write.statement() instanceof BulkUpdate<?> update) {
                write.statement(
                        update.where(NAME.ne("bob")).set("country", "uk").synchronize(Synchronize.FETCH));
                told.add(write.synchronize());
            } else if (state instanceof WriteState write && write.statement() instanceof BulkDelete<?> delete) {
                write.statement(delete.where(NAME.eq("bob")));
            }
        });

        assertThat(session.update(Author.class).set(COUNTRY, "ch").execute()).isEqualTo(2);
        assertThat(session.deleteFrom(Author.class).execute()).isOne();

        assertThat(told).containsExactly(Synchronize.FETCH);
        assertThat(authors().values(COUNTRY)).containsExactly("uk", "uk");
    }

    @Test
    void replacedInsertBringsItsRows() {
        Events.on(session).doOrmExecute(state -> {
            if (state instanceof WriteState write && write.isInsert()) {
                told.add(write.isExecuteMany());
                write.statement(session.insertInto(Author.class).values(List.of(Map.of("name", "eve"))));
            }
        });

        session.insertInto(Author.class).values(List.of(Map.of("name", "dan"))).execute();

        assertThat(authors().values(NAME)).containsExactly("ann", "bob", "cid", "eve");
        assertThat(told).containsExactly(true);
    }

    @Test
    @Tag("S-56")
    void writingStatementOfOneInvocationLeavesTheOthersAlone() {
        Events.on(session).replaceOnOrmExecute(state -> {
            if (state instanceof WriteState write && write.statement() instanceof BulkUpdate<?> update) {
                int bobs = write.invoke(update.where(NAME.eq("bob")), ExecutionOptions.NONE)
                        .rowCount();
                return OrmResult.ofRowCount(100 * bobs + write.invoke().rowCount());
            }
            return null;
        });

        assertThat(session.update(Author.class).set(COUNTRY, "ch").execute()).isEqualTo(103);
    }

    @Test
    void statementOfAnotherKindIsRefused() {
        Events.on(session).doOrmExecute(state -> ((WriteState) state).statement(session.deleteFrom(Author.class)));

        assertThatThrownBy(() -> session.update(Author.class).set(COUNTRY, "ch").execute())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot put the DELETE of Author in place of the UPDATE of Author: a statement of the same"
                                + " kind for the same class is needed.");
    }

    // ---- what the application attaches ----

    @Test
    @Tag("S-58")
    void attachmentsAreSeenAndFollowIfTheyAreTo() {
        Events.on(session).doOrmExecute(state -> told.add(((SelectState) state).userDefinedOptions()));
        LoadOptions options = LoadOptions.NONE.attach("follows", true).attach("stays", false);

        Author ann = authors().options(options).first().orElseThrow();
        ann.books.size();

        assertThat(told).containsExactly(List.of("follows", "stays"), List.of("follows"));
    }
}
