package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.connection.RowsOutcome;
import dev.grapnel.sql.connection.StatementEvent;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.connection.StatementOutcome;
import dev.grapnel.testkit.session.Library.Author;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What listeners to the statements of an engine see and may change. */
@EveryDatabase
class StatementEventsTest extends DatabaseTest {
    private final List<StatementOutcome> sent = new ArrayList<>();
    private final List<RowsOutcome> read = new ArrayList<>();

    StatementEventsTest() {
        super(Library.ALL);
    }

    private void watch() {
        Events.on(engine).afterStatement(sent::add);
        Events.on(engine).afterRows(read::add);
    }

    @Test
    void theInsertOfAFlushIsSeenWithItsParameters() {
        watch();
        session.add(new Author("Ada"));
        session.commit();

        assertThat(sent).anySatisfy(outcome -> {
            assertThat(outcome.kind()).isEqualTo(StatementKind.INSERT);
            assertThat(outcome.text()).contains("author").doesNotContain("Ada");
            assertThat(outcome.statement().parameters().get(0)).contains("Ada");
            assertThat(outcome.rowCount()).isEqualTo(1);
            assertThat(outcome.nanos()).isPositive();
            assertThat(outcome.failure()).isNull();
        });
    }

    @Test
    void theRowsOfAQueryAreCounted() {
        elsewhere(other -> List.of("a", "b", "c").forEach(name -> other.add(new Author(name))));
        watch();

        session.query(Author.class).list();

        assertThat(read).singleElement().satisfies(outcome -> {
            assertThat(outcome.rowCount()).isEqualTo(3);
            assertThat(outcome.text()).startsWithIgnoringCase("select");
            assertThat(outcome.nanos()).isPositive();
            assertThat(outcome.failure()).isNull();
        });
    }

    @Test
    void theRowsOfAWriteAreNotToldTwice() {
        watch();
        session.add(new Author("Ada"));
        session.flush();

        assertThat(read).noneMatch(outcome -> outcome.statement().kind() == StatementKind.INSERT);
    }

    @Test
    void aFailureIsToldWithTheErrorThatTheCallerGets() {
        watch();

        assertThatThrownBy(() -> session.query(Author.class)
                        .where(DSL.condition("no_such_function(1) = 1"))
                        .list())
                .isInstanceOf(DatabaseException.class)
                .isSameAs(sent.get(sent.size() - 1).failure());
        assertThat(sent.get(sent.size() - 1).rowCount()).isEqualTo(-1);
    }

    @Test
    void aReplacedTextIsSent() {
        Events.on(engine).replaceText(e -> "/* request 7 */ " + e.text());
        watch();
        session.add(new Author("Ada"));
        session.flush();
        session.expireAll();

        assertThat(session.query(Author.class).one().name).isEqualTo("Ada");
        assertThat(sent).isNotEmpty().allMatch(outcome -> outcome.text().startsWith("/* request 7 */ "));
    }

    @Test
    void aReplacedTextIsSeenByTheListenersBehind() {
        List<String> texts = new ArrayList<>();
        Events.on(engine).replaceText(e -> "/* a */ " + e.text());
        Events.on(engine).replaceText(e -> "/* b */ " + e.text());
        Events.on(engine).beforeStatement(e -> texts.add(e.text()));

        session.query(Author.class).list();

        assertThat(texts).singleElement().asString().startsWith("/* b */ /* a */ select");
    }

    @Test
    void aBatchKeepsItsParametersUnderAReplacedText() {
        Events.on(engine).replaceText(e -> e.text() + " ");
        Author ada = new Author("Ada").with("one", "two");
        session.add(ada);
        session.commit();

        ada.books.forEach(book -> book.title = book.title + "!");
        session.commit();

        assertThat(direct().select(DSL.field(DSL.name("title"), String.class))
                        .from(DSL.table(DSL.name("book")))
                        .orderBy(1)
                        .fetch(0))
                .hasToString("[one!, two!]");
    }

    @Test
    void aTextReplacedByNullIsRefused() {
        Events.on(engine).replaceText(e -> null);

        assertThatThrownBy(() -> session.query(Author.class).list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(
                        "Cannot replace the text of a statement of kind SELECT: a listener returned null.");
    }

    @Test
    void aRefusedStatementFiresNothingElse() {
        Events.on(engine).beforeStatement(e -> {
            throw new IllegalStateException("read only");
        });
        watch();

        assertThatThrownBy(() -> session.query(Author.class).list()).hasMessage("read only");
        assertThat(sent).isEmpty();
    }

    @Test
    void statementsOfAListenerThroughJooqAreSeen() {
        watch();

        direct().fetch("select 1");

        assertThat(sent).singleElement().extracting(StatementOutcome::text).isEqualTo("select 1");
        assertThat(read).singleElement().extracting(RowsOutcome::rowCount).isEqualTo(1L);
    }

    @Test
    void writesThroughJooqAreCounted() {
        watch();

        direct().insertInto(DSL.table(DSL.name("author")), DSL.field(DSL.name("name")))
                .values("Ada")
                .execute();

        assertThat(sent).singleElement().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(StatementKind.INSERT);
            assertThat(outcome.rowCount()).isEqualTo(1);
            assertThat(outcome.statement().parameters()).containsExactly(List.of("Ada"));
        });
    }

    @Test
    void aReplacedTextIsSentThroughJooqToo() {
        Events.on(engine).replaceText(e -> e.text().replace("1", "2"));

        assertThat(direct().fetchSingle("select 1").get(0, int.class)).isEqualTo(2);
    }

    @Test
    void aFailureInJooqIsToldOnce() {
        watch();

        assertThatThrownBy(() -> direct().fetch("select nothing from nowhere"))
                .isInstanceOf(org.jooq.exception.DataAccessException.class);

        assertThat(sent).singleElement().extracting(StatementOutcome::failure).isNotNull();
    }

    @Test
    void theSchemaIsSeen() {
        watch();

        Schema.of(registry).dropAll(engine);

        assertThat(sent)
                .isNotEmpty()
                .allMatch(outcome -> outcome.kind() == StatementKind.OTHER)
                .anyMatch(outcome ->
                        outcome.text().toLowerCase(java.util.Locale.ROOT).startsWith("drop table"));
    }

    @Test
    void nobodyIsToldAfterTheSubscriptionIsClosed() {
        List<StatementEvent> seen = new ArrayList<>();
        Events.on(engine).beforeStatement(seen::add).close();

        session.query(Author.class).list();

        assertThat(seen).isEmpty();
    }
}
