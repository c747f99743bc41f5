package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.PendingRollbackException;
import dev.grapnel.core.session.BulkContext;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.testkit.session.Library.Author;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows that older programs write past the unit of work. */
@EveryDatabase
@DisplayName("Rows past the unit of work on")
class LegacyBulkTest extends DatabaseTest {
    private final List<String> told = new ArrayList<>();

    LegacyBulkTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenAnAuthor() {
        elsewhere(s -> s.add(new Author("ann")));
        statements.clear();
    }

    private Author ann() {
        return session.query(Author.class).one();
    }

    private void listen() {
        Events.on(session)
                .afterTransactionCreate(
                        e -> told.add("create " + e.transaction().origin()));
        Events.on(session).afterBegin(e -> told.add("begin"));
        Events.on(session)
                .afterTransactionEnd(e -> told.add("end " + e.transaction().origin()));
        Events.on(session).doOrmExecute(e -> told.add("execute"));
        Events.on(session).beforeFlush(e -> told.add("flush"));
        events.mappers().instances();
    }

    private List<String> stored() {
        session.commit();
        return sessions.computeInTransaction(s -> s.query(Author.class).list().stream()
                .map(author -> author.name + " " + author.country)
                .sorted()
                .toList());
    }

    @Test
    @Tag("Q-25")
    void objectsAreInsertedWithTheEventsOfAMarkerAloneAndStayTransient() {
        Author bob = new Author("bob");
        Author cid = new Author("cid");
        listen();

        int rows = session.legacyBulk().saveObjects(List.of(bob, cid));

        assertThat(rows).isEqualTo(2);
        assertThat(told).containsExactly("create AUTOBEGIN", "create SUBTRANSACTION", "begin", "end SUBTRANSACTION");
        assertThat(events.timeline()).isEmpty();
        assertThat(lifecycle(bob)).isEqualTo(LifecycleState.TRANSIENT);
        assertThat(bob.id).isNull();
        statements.assertStatements("INSERT author ×2");
        assertThat(stored()).containsExactly("ann null", "bob null", "cid null");
    }

    @Test
    @Tag("Q-25")
    void mappingsAreInsertedAndUpdatedWithTheEventsOfAMarkerAlone() {
        Integer id = ann().id;
        session.rollback();
        listen();

        session.legacyBulk().insertMappings(Author.class, List.of(Map.of("name", "bob"), Map.of("name", "cid")));
        int rows = session.legacyBulk().updateMappings(Author.class, List.of(Map.of("id", id, "country", "uk")));

        assertThat(rows).isOne();
        assertThat(told)
                .containsExactly(
                        "create AUTOBEGIN",
                        "create SUBTRANSACTION",
                        "begin",
                        "end SUBTRANSACTION",
                        "create SUBTRANSACTION",
                        "end SUBTRANSACTION");
        assertThat(events.timeline()).isEmpty();
        assertThat(stored()).containsExactly("ann uk", "bob null", "cid null");
    }

    @Test
    void changesOfObjectsWithARowAreWrittenAndStayChanges() {
        Author ann = ann();
        ann.country = "uk";

        assertThat(session.legacyBulk().saveObjects(List.of(ann))).isOne();

        assertThat(Instance.of(ann).isModified(true)).isTrue();
        assertThat(session.legacyBulk().saveObjects(List.of(new Author("bob"), ann)))
                .isEqualTo(2);
        assertThat(stored()).containsExactly("ann uk", "bob null");
    }

    @Test
    void objectWithoutAChangeIsNotWritten() {
        Author ann = ann();
        statements.clear();

        assertThat(session.legacyBulk().saveObjects(List.of(ann))).isZero();

        statements.assertNone();
    }

    @Test
    void failureHasTheTransactionRolledBack() {
        assertThatThrownBy(() -> session.legacyBulk().saveObjects(List.of(new Author("ann"))))
                .isInstanceOf(IntegrityException.class);

        assertThatThrownBy(() -> session.query(Author.class).list()).isInstanceOf(PendingRollbackException.class);
        session.rollback();
        assertThat(session.query(Author.class).list()).hasSize(1);
    }

    @Test
    void rowToUpdateNeedsItsKey() {
        assertThatThrownBy(() -> session.legacyBulk().updateMappings(Author.class, List.of(Map.of("country", "uk"))))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot update a row of Author by its key: {country=uk} has no value for id."
                        + " Give one for each part of the primary key.");
    }

    @Test
    @Tag("Q-10")
    void contextOfASetBasedStatementTellsANumberAndNoObjects() {
        listen();
        List<Integer> rows = new ArrayList<>();
        Events.on(session).afterBulkUpdate(e -> rows.add(e.rowCount()));

        session.legacyQuery(Author.class).update(Map.of("country", "uk"));

        assertThat(rows).containsExactly(1);
        assertThat(Arrays.stream(BulkContext.class.getMethods())
                        .filter(method -> method.getDeclaringClass() == BulkContext.class)
                        .map(Method::getName))
                .containsExactlyInAnyOrder("session", "mapper", "query", "replaceQuery", "rowCount", "written");
    }
}
