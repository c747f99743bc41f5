package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.sql.WriteState;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.bulk.Synchronize;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Library.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Updates of single rows by their keys, deletes that give their objects, and criteria on both. */
@EveryDatabase
@DisplayName("Forms of set-based statements on")
class BulkFormsTest extends DatabaseTest {
    private static final ColumnAttribute<Author, String> NAME = ColumnAttribute.of(Author.class, "name", String.class);
    private static final ColumnAttribute<Author, String> COUNTRY =
            ColumnAttribute.of(Author.class, "country", String.class);
    private static final LoadOptions.Criterion NOT_BOB = LoadOptions.Criterion.on(NAME, name -> name.ne("bob"));

    private Author ann;
    private Author bob;

    BulkFormsTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenThreeAuthors() {
        elsewhere(s -> s.addAll(List.of(new Author("ann"), new Author("bob"), new Author("cid"))));
        ann = session.query(Author.class).where(NAME.eq("ann")).one();
        bob = session.query(Author.class).where(NAME.eq("bob")).one();
        statements.clear();
    }

    private List<String> countries() {
        return session.query(Author.class).orderBy(NAME).values(COUNTRY);
    }

    // ---- by key ----

    @Test
    @Tag("Q-20")
    void rowsAreUpdatedByTheirKeysInBatches() {
        Integer cid = session.query(Author.class)
                .where(NAME.eq("cid"))
                .values(ColumnAttribute.of(Author.class, "id", Integer.class))
                .get(0);
        List<Set<String>> refreshed = new ArrayList<>();
        InstanceEvents.on(Author.class).refresh(e -> refreshed.add(e.attributes()));
        statements.clear();

        int rows = session.update(Author.class)
                .byKey(List.of(
                        Map.of("id", ann.id, "country", "uk"),
                        Map.of("id", cid, "country", "ch"),
                        Map.of("id", bob.id, "name", "bert")))
                .execute();

        assertThat(rows).isEqualTo(3);
        statements.assertStatements("UPDATE author ×2", "UPDATE author");
        assertThat(ann.country).isEqualTo("uk");
        assertThat(bob.name).isEqualTo("bert");
        assertThat(refreshed).containsExactly(Set.of("country"), Set.of("name"));
        assertThat(session.dirty()).isEmpty();
        assertThat(countries()).containsExactly("uk", null, "ch");
    }

    @Test
    @Tag("Q-20")
    void conditionIsPossibleIfNoObjectFollows() {
        List<Map<String, ?>> rows = List.of(Map.of("id", ann.id, "country", "x"), Map.of("id", bob.id, "country", "x"));

        assertThatThrownBy(() -> session.update(Author.class)
                        .where(NAME.ne("bob"))
                        .byKey(rows)
                        .execute())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot update rows of Author by their keys and a condition, and have objects in memory"
                                + " follow: which rows fulfil it is not known. Use Synchronize.NONE, or leave the condition out.");
        assertThat(session.update(Author.class)
                        .where(NAME.ne("bob"))
                        .synchronize(Synchronize.NONE)
                        .byKey(rows)
                        .execute())
                .isOne();
        assertThat(ann.country).isNull();
        assertThat(countries()).containsExactly("x", null, null);
    }

    @Test
    @Tag("Q-20")
    void fetchingGivenKeysAndRowsWithoutKeysAreRefused() {
        assertThatThrownBy(() -> session.update(Author.class)
                        .synchronize(Synchronize.FETCH)
                        .byKey(List.of(Map.of("id", ann.id, "country", "x")))
                        .execute())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "by their keys and fetch their keys: they are given. Use Synchronize.AUTO, or NONE.");
        assertThatThrownBy(() -> session.update(Author.class)
                        .byKey(List.of(Map.of("country", "x")))
                        .execute())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot update a row of Author by its key: {country=x} has no value for id. Give one for"
                                + " each part of the primary key.");
        assertThatThrownBy(() -> session.update(Author.class)
                        .byKey(List.of(Map.of("id", ann.id)))
                        .execute())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("they have values for their keys [id] alone. Give the attributes that are to be"
                        + " changed, too.");
    }

    // ---- inserted objects ----

    @Test
    @Tag("Q-23")
    void insertGivesTheObjectsInTheOrderOfTheRows() {
        List<Author> made = session.insertInto(Author.class)
                .values(List.of(
                        Map.of("name", "z"),
                        Map.of("name", "y", "country", "uk"),
                        Map.of("name", "x"),
                        Map.of("name", "w", "country", "ch")))
                .executeReturning();

        assertThat(made).extracting(author -> author.name).containsExactly("z", "y", "x", "w");
        assertThat(made).extracting(author -> author.country).containsExactly(null, "uk", null, "ch");
    }

    // ---- deleted objects ----

    @Test
    @Tag("Q-22")
    void deleteGivesTheObjectsThatItDeleted() {
        List<Author> deleted =
                session.deleteFrom(Author.class).where(NAME.ne("bob")).executeReturning();

        assertThat(deleted).extracting(author -> author.name).containsExactlyInAnyOrder("ann", "cid");
        assertThat(deleted).contains(ann);
        assertThat(deleted).allSatisfy(author -> assertThat(lifecycle(author)).isEqualTo(LifecycleState.DELETED));
        assertThat(lifecycle(bob)).isEqualTo(LifecycleState.PERSISTENT);
        session.rollback();
        assertThat(lifecycle(ann)).isEqualTo(LifecycleState.PERSISTENT);
    }

    // ---- criteria ----

    @Test
    @Tag("Q-24")
    void criterionRestrictsUpdatesAndDeletes() {
        assertThat(session.update(Author.class)
                        .set(COUNTRY, "x")
                        .criterion(NOT_BOB)
                        .execute())
                .isEqualTo(2);
        assertThat(ann.country).isEqualTo("x");
        assertThat(bob.country).isNull();
        assertThat(session.deleteFrom(Author.class).criterion(NOT_BOB).execute())
                .isEqualTo(2);
        assertThat(session.query(Author.class).list()).containsExactly(bob);
    }

    @Test
    @Tag("Q-24")
    void criterionOfAListenerRestrictsThemToo() {
        Events.on(session).doOrmExecute(e -> {
            if (e instanceof WriteState write) {
                write.addCriterion(NOT_BOB);
            }
        });

        assertThat(session.update(Author.class).set(COUNTRY, "x").execute()).isEqualTo(2);
        assertThat(bob.country).isNull();
        assertThat(session.deleteFrom(Author.class).executeReturning()).hasSize(2);
    }
}
