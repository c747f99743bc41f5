package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.ObjectDeletedException;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.bulk.Synchronize;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that write many rows at once, and the objects in memory that follow them. */
@EveryDatabase
@DisplayName("Set-based statements on")
class BulkTest extends DatabaseTest {
    private static final ColumnAttribute<Author, String> NAME = ColumnAttribute.of(Author.class, "name", String.class);
    private static final ColumnAttribute<Author, String> COUNTRY =
            ColumnAttribute.of(Author.class, "country", String.class);

    private Author ann;
    private Author bob;

    BulkTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenTwoAuthorsInMemory() {
        elsewhere(s -> s.addAll(List.of(new Author("ann"), new Author("bob"))));
        List<Author> both = session.query(Author.class).orderBy(NAME).list();
        ann = events.named("ann", both.get(0));
        bob = events.named("bob", both.get(1));
        statements.clear();
    }

    private Object stored(String name) {
        return direct().fetchValue("select country from author where name = '" + name + "'");
    }

    // ---- update ----

    @Test
    @Tag("Q-12")
    void updateGivesMatchingObjectsTheNewValue() {
        int rows = session.update(Author.class)
                .set(COUNTRY, "UK")
                .where(NAME.eq("ann"))
                .execute();

        assertThat(rows).isOne();
        assertThat(ann.country).isEqualTo("UK");
        assertThat(bob.country).isNull();
        assertThat(stored("ann")).isEqualTo("UK");
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    @Tag("Q-12")
    @Tag("Q-17")
    void updateFiresExpireAndRefreshButNoMapperEvent() {
        session.add(events.named("cid", new Author("cid")));
        events.sessions(sessions).mappers().instances().statements(engine).without("first_init", "init");

        session.update(Author.class).set(COUNTRY, "UK").where(NAME.ne("bob")).execute();

        events.assertTimeline(
                "do_orm_execute UPDATE Author",
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "before_insert cid",
                "INSERT author",
                "after_insert cid",
                "after_flush",
                "pending_to_persistent cid",
                "after_flush_postexec",
                "after_transaction_end SUBTRANSACTION",
                "UPDATE author",
                "expire ann []",
                "refresh ann [country]",
                "expire cid []",
                "refresh cid [country]");
    }

    @Test
    @Tag("Q-11")
    void updateByAnExpressionIsEvaluatedFromTheValuesOfBefore() {
        session.update(Author.class).set(COUNTRY, NAME).execute();

        assertThat(ann.country).isEqualTo("ann");
        statements.assertStatements("UPDATE author");
    }

    @Test
    @Tag("Q-14")
    void valueThatOnlyTheDatabaseKnowsIsExpired() {
        session.update(Author.class).set(COUNTRY, DSL.upper(NAME)).execute();

        assertThat(ann.country).isEqualTo("ANN");
        assertThat(statements.count(StatementKind.SELECT)).isOne();
    }

    @Test
    @Tag("Q-13")
    void unflushedChangeIsLost() {
        session.autoflush(false);
        ann.country = "FR";

        session.update(Author.class).set(COUNTRY, "UK").execute();

        assertThat(ann.country).isEqualTo("UK");
        assertThat(session.isModified(ann)).isFalse();
    }

    @Test
    @Tag("Q-15")
    void savepointThatIsRolledBackExpiresWhatWasUpdated() {
        SessionTransaction savepoint = session.beginNested();
        session.update(Author.class).set(COUNTRY, "UK").where(NAME.eq("ann")).execute();

        savepoint.rollback();

        assertThat(ann.country).isNull();
    }

    @Test
    void updateOfNothingIsRefused() {
        assertThatThrownBy(() -> session.update(Author.class).execute())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot update Author: no value is set. Call set(attribute, value).");
    }

    @Test
    void updateOfAnUnknownAttributeIsRefused() {
        assertThatThrownBy(
                        () -> session.update(Author.class).set("contry", "UK").execute())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("contry");
    }

    // ---- how objects are found ----

    @ParameterizedTest
    @EnumSource(
            value = Synchronize.class,
            names = {"AUTO", "EVALUATE", "FETCH"})
    void everyModeFindsTheSameObjects(Synchronize mode) {
        session.update(Author.class)
                .set(COUNTRY, "UK")
                .where(NAME.in("ann", "cid").or(COUNTRY.isNotNull()))
                .synchronize(mode)
                .execute();

        assertThat(ann.country).isEqualTo("UK");
        assertThat(bob.country).isNull();
    }

    @Test
    void valueIsReadOnceForAListThatItIsComparedWith() {
        Author cid = new Author("cid");
        session.add(cid);
        session.flush();
        List<Object> reads = new ArrayList<>();
        try (Subscription reading = Events.on(COUNTRY).onInitScalar(e -> reads.add(e.target()))) {
            session.deleteFrom(Author.class)
                    .where(COUNTRY.in("uk", "us", "fr"))
                    .synchronize(Synchronize.EVALUATE)
                    .execute();
        }

        assertThat(reads).containsExactly(cid);
    }

    @Test
    @Tag("Q-16")
    void fetchGetsTheKeysWithTheStatement() {
        events.sessions(sessions);

        int rows = session.update(Author.class)
                .set(COUNTRY, "UK")
                .synchronize(Synchronize.FETCH)
                .execute();

        assertThat(rows).isEqualTo(2);
        assertThat(ann.country).isEqualTo("UK");
        assertThat(statements.count(StatementKind.SELECT)).isZero();
        events.assertTimeline("do_orm_execute UPDATE Author", "do_orm_execute SELECT Author");
    }

    @Test
    @Tag("Q-16")
    void fetchFlushesOnce() {
        session.add(new Author("cid"));
        Events.on(session).once().afterFlush(flush -> session.add(new Author("dan")));

        session.update(Author.class)
                .set(COUNTRY, "UK")
                .synchronize(Synchronize.FETCH)
                .execute();

        assertThat(session.newObjects())
                .extracting(author -> ((Author) author).name)
                .containsExactly("dan");
    }

    @Test
    @Tag("Q-11")
    void conditionThatCannotBeEvaluatedIsFetched() {
        session.update(Author.class).set(COUNTRY, "UK").where(NAME.like("a%")).execute();

        assertThat(ann.country).isEqualTo("UK");
        assertThat(bob.country).isNull();
    }

    @Test
    @Tag("Q-11")
    void conditionThatCannotBeEvaluatedIsRefusedIfItHasTo() {
        assertThatThrownBy(() -> session.update(Author.class)
                        .set(COUNTRY, "UK")
                        .where(NAME.like("a%"))
                        .synchronize(Synchronize.EVALUATE)
                        .execute())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot find the objects in memory that this statement meets: ")
                .hasMessageContaining("Use Synchronize.FETCH, or NONE if no object in memory matters.");
        assertThat(stored("ann")).isNull();
    }

    @Test
    void withoutSynchronizationObjectsKeepTheirValuesUntilTheyAreExpired() {
        session.update(Author.class)
                .set(COUNTRY, "UK")
                .synchronize(Synchronize.NONE)
                .execute();
        assertThat(ann.country).isNull();

        session.expire(ann);

        assertThat(ann.country).isEqualTo("UK");
    }

    @Test
    @Tag("Q-11")
    void nullIsNeitherEqualNorUnequalAsInTheDatabase() {
        session.update(Author.class)
                .set(NAME, "none")
                .where(COUNTRY.ne("UK").or(COUNTRY.eq("UK")))
                .execute();

        assertThat(ann.name).isEqualTo("ann");
    }

    // ---- delete ----

    @Test
    @Tag("Q-15")
    void deleteMakesMatchingObjectsDeleted() {
        int rows = session.deleteFrom(Author.class).where(NAME.eq("ann")).execute();

        assertThat(rows).isOne();
        assertThat(lifecycle(ann)).isEqualTo(LifecycleState.DELETED);
        assertThat(lifecycle(bob)).isEqualTo(LifecycleState.PERSISTENT);
        assertThat(rows("author")).isOne();
    }

    @Test
    @Tag("Q-15")
    void rollbackBringsDeletedObjectsBack() {
        session.deleteFrom(Author.class).execute();

        session.rollback();

        assertThat(lifecycle(ann)).isEqualTo(LifecycleState.PERSISTENT);
        assertThat(ann.name).isEqualTo("ann");
    }

    @Test
    @Tag("Q-11")
    void objectThatMayHaveMatchedIsExpiredInsteadOfDeleted() {
        session.expire(ann, "country");

        session.deleteFrom(Author.class).where(COUNTRY.eq("UK")).execute();

        assertThat(lifecycle(ann)).isEqualTo(LifecycleState.PERSISTENT);
        assertThat(ann.name).isEqualTo("ann");
    }

    @Test
    void deleteWithoutSynchronizationShowsOnTheNextLoad() {
        session.deleteFrom(Author.class).synchronize(Synchronize.NONE).execute();
        session.expire(ann);

        assertThatThrownBy(() -> ann.name.length()).isInstanceOf(ObjectDeletedException.class);
    }

    @Test
    void deleteByFetchMeetsTheSameObjects() {
        session.deleteFrom(Author.class)
                .where(NAME.like("b%"))
                .synchronize(Synchronize.FETCH)
                .execute();

        assertThat(lifecycle(bob)).isEqualTo(LifecycleState.DELETED);
        assertThat(lifecycle(ann)).isEqualTo(LifecycleState.PERSISTENT);
    }

    // ---- insert ----

    @Nested
    class Insert {
        @Test
        @Tag("Q-19")
        void writesRowsAndMakesNoObjects() {
            int rows = session.insertInto(Author.class)
                    .values(List.of(
                            Map.of("name", "cid"), Map.of("name", "dan"), Map.of("name", "eve", "country", "UK")))
                    .execute();

            assertThat(rows).isEqualTo(3);
            assertThat(rows("author")).isEqualTo(5);
            assertThat(session.newObjects()).isEmpty();
            assertThat(stored("eve")).isEqualTo("UK");
        }

        @Test
        @Tag("Q-21")
        void returningGivesObjectsInTheOrderOfTheRows() {
            List<Author> made = session.insertInto(Author.class)
                    .values(List.of(Map.of("name", "dan"), Map.of("name", "cid")))
                    .executeReturning();

            assertThat(made).extracting(author -> author.name).containsExactly("dan", "cid");
            assertThat(made).allSatisfy(author -> assertThat(lifecycle(author)).isEqualTo(LifecycleState.PERSISTENT));
            assertThat(session.get(Author.class, made.get(0).id)).isSameAs(made.get(0));
            assertThat(made.get(0).books).isEmpty();
        }

        @Test
        void thatBreaksAConstraintLeavesTheTransactionToTheProgram() {
            assertThatThrownBy(() -> session.insertInto(Author.class)
                            .values(List.of(Map.of("name", "ann")))
                            .execute())
                    .isInstanceOf(IntegrityException.class);

            assertThat(session.isActive()).isTrue();
            session.rollback();
            assertThat(ann.name).isEqualTo("ann");
        }

        @Test
        void ofAnUnknownAttributeIsRefused() {
            assertThatThrownBy(() -> session.insertInto(Author.class)
                            .values(List.of(Map.of("nam", "cid")))
                            .execute())
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("nam");
        }

        @Test
        @Tag("Q-19")
        void leavesNullsToDefaultsUnlessTheyAreAskedFor() {
            Map<String, Object> row = new HashMap<>();
            row.put("title", null);

            session.insertInto(Book.class).values(List.of(row)).execute();
            session.insertInto(Book.class).values(List.of(row)).renderNulls().execute();

            assertThat(rows("book")).isEqualTo(2);
        }
    }
}
