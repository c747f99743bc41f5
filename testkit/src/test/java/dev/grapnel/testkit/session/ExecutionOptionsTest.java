package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.events.Events;
import dev.grapnel.sql.WriteState;
import dev.grapnel.sql.bulk.BulkInsert;
import dev.grapnel.sql.bulk.Synchronize;
import dev.grapnel.testkit.session.Library.Author;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What callers and listeners say about the running of a statement. */
@EveryDatabase
@DisplayName("Options of a statement on")
class ExecutionOptionsTest extends DatabaseTest {
    private static final ExecutionOption<String> REASON = ExecutionOption.of("reason", String.class);

    private final List<@Nullable Object> told = new ArrayList<>();

    ExecutionOptionsTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenAnAuthor() {
        elsewhere(s -> s.add(new Author("ann")));
        statements.clear();
    }

    private void tell(String label) {
        Events.on(session).doOrmExecute(state -> told.add(label + " " + reasons(state)));
    }

    private static String reasons(OrmExecuteState state) {
        return state.options().get(REASON) + "/" + state.localOptions().get(REASON);
    }

    private <T> void update(ExecutionOption<T> option, T value) {
        Events.on(session).doOrmExecute(state -> state.updateOption(option, value));
    }

    // ---- S-58 ----

    @Test
    void ofTheCallerAreShownToListeners() {
        tell("select");
        session.query(Author.class).option(REASON, "audit").list();
        session.byKey(Author.class).option(REASON, "key").get(7);
        session.update(Author.class).set("country", "UK").option(REASON, "move").execute();
        session.deleteFrom(Author.class).option(REASON, "clean").execute();
        session.insertInto(Author.class)
                .values(List.of(Map.of("name", "bob")))
                .option(REASON, "more")
                .execute();

        assertThat(told)
                .containsExactly(
                        "select audit/audit",
                        "select key/key",
                        "select move/move",
                        "select clean/clean",
                        "select more/more");
    }

    @Test
    @Tag("S-58")
    void ofAListenerAreSeenByTheNextOneAndNotInWhatWasGiven() {
        update(REASON, "added");
        tell("second");

        session.query(Author.class).option(REASON, "given").list();

        assertThat(told).containsExactly("second given/added");
    }

    @Test
    @Tag("S-58")
    void ofAListenerCountForTheStatementAlone() {
        update(REASON, "added");
        session.query(Author.class).list();
        Events.on(session).doOrmExecute(state -> told.add(state.options().get(REASON)));

        session.query(Author.class).list();

        assertThat(told).containsExactly((Object) null);
    }

    // ---- S-56 ----

    @Test
    @Tag("S-56")
    void ofAnInvocationAreLaidOverThoseBefore() {
        Events.on(session).replaceOnOrmExecute(state -> {
            state.updateOption(REASON, "updated");
            return state.invoke(ExecutionOptions.NONE.with(ExecutionOption.AUTOFLUSH, false));
        });
        Events.on(session).replaceOnOrmExecute(state -> {
            told.add(state.options());
            return state.invoke(ExecutionOptions.NONE.with(REASON, "invoked"));
        });
        tell("third");

        session.query(Author.class).option(REASON, "given").list();

        assertThat(told).hasSize(2).last().isEqualTo("third invoked/invoked");
        assertThat(told.get(0)).hasToString("{reason=updated, autoflush=false}");
    }

    private void invokeWith(List<Map<String, Object>> more) {
        Events.on(session)
                .replaceOnOrmExecute(state -> state instanceof WriteState write ? write.invokeWith(more) : null);
    }

    @Test
    @Tag("S-56")
    void valuesOfAnInvocationAreMergedIntoTheRowsByPlace() {
        invokeWith(List.of(Map.of("country", "UK"), Map.of("name", "eve")));

        session.insertInto(Author.class)
                .values(List.of(Map.of("name", "bob"), Map.of("name", "dan")))
                .execute();

        assertThat(session.query(Author.class).list())
                .extracting(author -> author.name + " " + author.country)
                .containsExactlyInAnyOrder("ann null", "bob UK", "eve null");
    }

    @Test
    @Tag("S-56")
    void valuesForAnotherNumberOfRowsAreRefused() {
        invokeWith(List.of(Map.of("country", "UK")));
        BulkInsert<Author> insert =
                session.insertInto(Author.class).values(List.of(Map.of("name", "bob"), Map.of("name", "dan")));

        assertThatThrownBy(insert::execute)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot invoke this statement with values for 1 rows: it has 2. Give one map for each of"
                                + " rows(), an empty one where nothing is added.");
    }

    @Test
    void rowsAreThoseOfAnInsertAlone() {
        Events.on(session).doOrmExecute(state -> told.addAll(((WriteState) state).rows()));

        session.insertInto(Author.class).values(List.of(Map.of("name", "bob"))).execute();
        session.deleteFrom(Author.class).execute();

        assertThat(told).containsExactly(Map.of("name", "bob"));
    }

    // ---- S-60 ----

    @Test
    @Tag("S-60")
    void populateExistingMayBeSaidByAListener() {
        Author ann = session.query(Author.class).one();
        ann.country = "UK";
        update(ExecutionOption.POPULATE_EXISTING, true);
        update(ExecutionOption.AUTOFLUSH, false);

        session.query(Author.class).list();

        assertThat(ann.country).isNull();
    }

    @Test
    @Tag("S-60")
    void autoflushMayBeSwitchedOffByAListener() {
        update(ExecutionOption.AUTOFLUSH, false);
        session.add(new Author("bob"));

        assertThat(session.query(Author.class).list()).hasSize(1);
        assertThat(session.newObjects()).hasSize(1);
    }

    @Test
    void autoflushMayBeSwitchedOnByAListener() {
        update(ExecutionOption.AUTOFLUSH, true);
        session.add(new Author("bob"));

        assertThat(session.query(Author.class).withoutAutoflush().list()).hasSize(2);
    }

    @Test
    @Tag("S-60")
    void identityTokenMayBeSaidByAListener() {
        update(ExecutionOption.IDENTITY_TOKEN, "west");

        Author ann = session.query(Author.class).one();

        assertThat(Instance.of(ann).key()).isEqualTo(IdentityKey.of(Author.class, ann.id, "west"));
    }

    @Test
    @Tag("S-60")
    void synchronizationMayBeSaidByAListener() {
        Author ann = session.query(Author.class).one();
        update(Synchronize.OPTION, Synchronize.NONE);

        session.update(Author.class).set("country", "UK").execute();

        assertThat(ann.country).isNull();
    }

    @Test
    void renderingOfNullsMayBeSaidByAListener() {
        update(BulkInsert.RENDER_NULLS, true);
        Map<String, Object> row = new HashMap<>(Map.of("name", "bob"));
        row.put("country", null);

        session.insertInto(Author.class).values(List.of(row)).execute();

        assertThat(statements.texts().get(0)).containsIgnoringCase("country");
    }

    @Test
    void wrongValueOfAnOptionIsRefused() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        ExecutionOption<Object> autoflush = (ExecutionOption) ExecutionOption.AUTOFLUSH;

        assertThatThrownBy(() -> ExecutionOptions.NONE.with(autoflush, "yes"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot set execution option 'autoflush' to yes: it takes a Boolean.");
    }
}
