package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.events.Events;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.bulk.BulkInsert;
import dev.grapnel.sql.bulk.DmlStrategy;
import dev.grapnel.sql.bulk.Synchronize;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The forms in which set-based statements are sent. */
@EveryDatabase
@DisplayName("Forms that are asked for on")
class DmlStrategyTest extends DatabaseTest {
    private static final ColumnAttribute<Author, String> NAME = ColumnAttribute.of(Author.class, "name", String.class);
    private static final ColumnAttribute<Author, String> COUNTRY =
            ColumnAttribute.of(Author.class, "country", String.class);

    private Author ann;

    DmlStrategyTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenAnAuthor() {
        elsewhere(s -> s.add(new Author("ann")));
        ann = session.query(Author.class).one();
        statements.clear();
    }

    private List<String> names() {
        return session.query(Author.class).orderBy(NAME).values(NAME);
    }

    private BulkInsert<Author> insert(DmlStrategy form) {
        return session.insertInto(Author.class).option(DmlStrategy.OPTION, form);
    }

    // ---- INSERT ----

    @Test
    @Tag("Q-18")
    void rowsAreABatchUnlessOneStatementIsAskedFor() {
        List<Map<String, String>> rows = List.of(Map.of("name", "bob"), Map.of("name", "cid"));
        session.insertInto(Author.class).values(rows).execute();
        statements.assertStatements("INSERT author ×2");
        session.rollback();
        statements.clear();

        assertThat(insert(DmlStrategy.ORM).values(rows).execute()).isEqualTo(2);

        statements.assertStatements("INSERT author");
        assertThat(names()).containsExactly("ann", "bob", "cid");
    }

    @Test
    @Tag("Q-18")
    void valuesWithoutRowsAreOneRowThatMayHaveExpressions() {
        int rows = session.insertInto(Author.class)
                .common(Map.of("name", DSL.upper(DSL.val("bob"))))
                .execute();

        assertThat(rows).isOne();
        assertThat(names()).containsExactly("BOB", "ann");
    }

    @Test
    void oneStatementGivesItsObjects() {
        List<Author> made = insert(DmlStrategy.ORM)
                .values(List.of(
                        Map.of("name", DSL.concat(DSL.val("b"), DSL.val("ob")), "country", "uk"),
                        Map.of("name", "cid", "country", "ch")))
                .executeReturning();

        assertThat(made).extracting(author -> author.name).containsExactlyInAnyOrder("bob", "cid");
        assertThat(made)
                .allSatisfy(author ->
                        assertThat(session.get(Author.class, author.id)).isSameAs(author));
    }

    @Test
    void rowsOfOneStatementHaveTheSameAttributes() {
        assertThatThrownBy(() -> insert(DmlStrategy.ORM)
                        .values(List.of(Map.of("name", "bob"), Map.of("name", "cid", "country", "ch")))
                        .execute())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot insert rows of Author by one statement: they have values for [name] and for [")
                .hasMessageContaining("Give all rows values for the same attributes, or use DmlStrategy.BULK.");
    }

    @Test
    @Tag("Q-18")
    void rawRowsHaveColumns() {
        int rows = session.insertInto(Book.class)
                .option(DmlStrategy.OPTION, DmlStrategy.RAW)
                .values(List.of(Map.of("author_id", ann.id, "title", "b")))
                .execute();

        assertThat(rows).isOne();
        session.refresh(ann);
        assertThat(ann.books).extracting(book -> book.title).containsExactly("b");
    }

    @Test
    void rawRowOfAnUnknownColumnIsRefused() {
        assertThatThrownBy(() -> insert(DmlStrategy.RAW)
                        .values(List.of(Map.of("nam", "bob")))
                        .execute())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot insert into column nam of table author: no attribute of Author is in it."
                        + " With DmlStrategy.RAW rows have the columns [id, name, country].");
    }

    // ---- UPDATE and DELETE ----

    @Test
    @Tag("Q-18")
    void plainUpdateLeavesObjectsInMemoryAlone() {
        int rows = session.update(Author.class)
                .set(COUNTRY, "uk")
                .option(DmlStrategy.OPTION, DmlStrategy.CORE_ONLY)
                .execute();

        assertThat(rows).isOne();
        assertThat(ann.country).isNull();
        session.refresh(ann);
        assertThat(ann.country).isEqualTo("uk");
    }

    @Test
    @Tag("Q-18")
    void plainDeleteLeavesObjectsInMemoryAlone() {
        assertThat(session.deleteFrom(Author.class)
                        .option(DmlStrategy.OPTION, DmlStrategy.CORE_ONLY)
                        .execute())
                .isOne();

        assertThat(session.contains(ann)).isTrue();
        assertThat(names()).isEmpty();
    }

    @Test
    void plainStatementsObeyCriteria() {
        LoadOptions.Criterion nobody = LoadOptions.Criterion.on(NAME, name -> name.ne("ann"));

        assertThat(session.deleteFrom(Author.class)
                        .criterion(nobody)
                        .option(DmlStrategy.OPTION, DmlStrategy.CORE_ONLY)
                        .execute())
                .isZero();
    }

    @Test
    void listenerMaySayTheForm() {
        Events.on(session).doOrmExecute(e -> e.updateOption(DmlStrategy.OPTION, DmlStrategy.CORE_ONLY));

        session.update(Author.class).set(COUNTRY, "uk").execute();

        assertThat(ann.country).isNull();
    }

    @Test
    void batchWithoutRowsIsRefused() {
        assertThatThrownBy(() -> session.update(Author.class)
                        .set(COUNTRY, "uk")
                        .option(DmlStrategy.OPTION, DmlStrategy.BULK)
                        .execute())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot update Author with DmlStrategy.BULK: there are no rows with values of their own."
                                + " Give them by byKey(rows).");
    }

    @ParameterizedTest
    @EnumSource(names = {"ORM", "CORE_ONLY"})
    void rowsByKeyAreNoOtherFormThanABatch(DmlStrategy form) {
        assertThatThrownBy(() -> session.update(Author.class)
                        .option(DmlStrategy.OPTION, form)
                        .byKey(List.of(Map.of("id", ann.id, "country", "uk")))
                        .execute())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot update rows of Author by their keys with DmlStrategy." + form
                        + ": rows with values of their own are the form BULK. Leave the option out.");
    }

    @Test
    void formOfAnotherKindOfStatementIsRefused() {
        assertThatThrownBy(() -> session.deleteFrom(Author.class)
                        .option(DmlStrategy.OPTION, DmlStrategy.RAW)
                        .execute())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot run a DELETE of Author with DmlStrategy.RAW: it has the forms [AUTO, ORM,"
                        + " CORE_ONLY]. Use one of them.");
    }

    // ---- what an UPDATE gives ----

    @Test
    @Tag("Q-21")
    void updateGivesItsObjectsBehindTheirFollowing() {
        session.addAll(List.of(new Author("bob"), new Author("cid")));

        List<Author> updated = session.update(Author.class)
                .set(COUNTRY, "uk")
                .where(NAME.ne("cid"))
                .executeReturning();

        assertThat(updated).extracting(author -> author.name).containsExactlyInAnyOrder("ann", "bob");
        assertThat(updated)
                .contains(ann)
                .allSatisfy(author -> assertThat(author.country).isEqualTo("uk"));
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    void updateThatFetchesGivesItsObjects() {
        List<Author> updated = session.update(Author.class)
                .set(COUNTRY, "uk")
                .synchronize(Synchronize.FETCH)
                .executeReturning();

        assertThat(updated).containsExactly(ann);
        assertThat(ann.country).isEqualTo("uk");
    }
}
