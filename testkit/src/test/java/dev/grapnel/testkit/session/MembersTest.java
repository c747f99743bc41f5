package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Journals.Badge;
import dev.grapnel.testkit.session.Journals.Journal;
import dev.grapnel.testkit.session.Journals.Line;
import dev.grapnel.testkit.session.Journals.Magazine;
import dev.grapnel.testkit.session.Journals.Topic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements about the members of one object's collection. */
@EveryDatabase
@DisplayName("Statements about members on")
class MembersTest extends DatabaseTest {
    private static final CollectionAttribute<Journal, Line> LINES = WriteOnlyCollectionTest.LINES;
    private static final CollectionAttribute<Journal, Topic> TOPICS = WriteOnlyCollectionTest.TOPICS;
    private static final CollectionAttribute<Magazine, Badge> BADGES =
            CollectionAttribute.of(Magazine.class, "badges", Badge.class);
    private static final ColumnAttribute<Line, String> NAME = ColumnAttribute.of(Line.class, "name", String.class);
    private static final ColumnAttribute<Line, Integer> LENGTH =
            ColumnAttribute.of(Line.class, "length", Integer.class);
    private static final ColumnAttribute<Topic, String> TOPIC = ColumnAttribute.of(Topic.class, "name", String.class);

    private Journal daily;
    private Journal weekly;

    MembersTest() {
        super(Journals.ALL);
    }

    @BeforeEach
    void givenTwoJournals() {
        daily = new Journal("daily").with(new Line("a"), new Line("bb"));
        weekly = new Journal("weekly").with(new Line("c"));
        Topic both = new Topic("both");
        daily.topics.addAll(List.of(both, new Topic("x")));
        weekly.topics.add(both);
        session.addAll(List.of(daily, weekly));
        session.commit();
        session.refresh(daily);
        statements.clear();
    }

    private List<String> lines(Journal journal) {
        return Journals.names(
                session.members(journal, LINES).query().orderBy(NAME).list());
    }

    @Test
    @Tag("A-49")
    void queryGivesTheMembersOfOneOwner() {
        assertThat(lines(daily)).containsExactly("a", "bb");
        assertThat(lines(weekly)).containsExactly("c");
    }

    @Test
    void queriesForSeveralOwnersHaveOneText() {
        session.members(daily, LINES).query().list();
        session.members(daily, TOPICS).query().list();
        session.refresh(weekly);
        long rendered = rendered();

        session.members(weekly, LINES).query().list();
        session.members(weekly, TOPICS).query().list();

        assertThat(rendered()).isEqualTo(rendered);
    }

    private long rendered() {
        return sessions.statements().misses() + sessions.statements().renderedOnce();
    }

    @Test
    void queryCanBeRefined() {
        assertThat(session.members(daily, LINES).query().where(LENGTH.gt(1)).one().name)
                .isEqualTo("bb");
    }

    @Test
    void queryFollowsLinksInATableOfTheirOwn() {
        assertThat(Journals.names(
                        session.members(daily, TOPICS).query().orderBy(TOPIC).list()))
                .containsExactly("both", "x");
        assertThat(session.members(weekly, TOPICS).query().one().name).isEqualTo("both");
    }

    @Test
    void queryHasTheOrderOfTheMapping() {
        Magazine glossy = new Magazine("glossy");
        glossy.badges.addAll(List.of(new Badge("1"), new Badge("2")));
        session.add(glossy);

        assertThat(Journals.names(session.members(glossy, BADGES).query().list()))
                .containsExactly("2", "1");
    }

    @Test
    @Tag("A-49")
    void queryFlushesAnOwnerWithoutARowFirst() {
        Journal fresh = new Journal("fresh").with(new Line("d"));
        session.add(fresh);

        assertThat(lines(fresh)).containsExactly("d");
    }

    @Test
    void ownerThatStaysWithoutARowIsAnError() {
        Journal fresh = new Journal("fresh");

        assertThatThrownBy(() -> lines(fresh))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "Cannot ask for the members of Journal.lines of Journal (without key) by a statement: it has"
                                + " no row. Add it to the session and flush. [INVALID_REQUEST]");
    }

    @Test
    @Tag("A-49")
    void updateReachesTheMembersAndThoseInMemory() {
        Line a = session.members(daily, LINES).query().where(NAME.eq("a")).one();

        int rows = session.members(daily, LINES).update().set(LENGTH, 7).execute();

        assertThat(rows).isEqualTo(2);
        assertThat(a.length).isEqualTo(7);
        assertThat(session.members(weekly, LINES).query().one().length).isOne();
    }

    @Test
    void updateFollowsLinksInATableOfTheirOwn() {
        assertThat(session.members(weekly, TOPICS).update().set(TOPIC, "y").execute())
                .isOne();

        assertThat(session.members(weekly, TOPICS).query().one().name).isEqualTo("y");
    }

    @Test
    @Tag("A-49")
    void deleteReachesTheMembers() {
        assertThat(session.members(daily, LINES)
                        .deleteFrom()
                        .where(LENGTH.eq(1))
                        .execute())
                .isOne();

        assertThat(lines(daily)).containsExactly("bb");
        assertThat(lines(weekly)).containsExactly("c");
    }

    @Test
    @Tag("A-49")
    void insertGivesRowsTheKeyOfTheOwner() {
        int rows = session.members(daily, LINES)
                .insertInto()
                .values(List.of(Map.of("name", "d"), Map.of("name", "e")))
                .execute();

        assertThat(rows).isEqualTo(2);
        assertThat(statements.count(StatementKind.SELECT)).isZero();
        assertThat(lines(daily)).containsExactly("a", "bb", "d", "e");
    }

    @Test
    void insertFlushesItsOwnerFirst() {
        Journal fresh = new Journal("fresh");
        session.add(fresh);

        session.members(fresh, LINES)
                .insertInto()
                .values(List.of(Map.of("name", "d")))
                .execute();

        assertThat(lines(fresh)).containsExactly("d");
    }

    @Test
    void insertOfLinkedMembersIsRefused() {
        assertThatThrownBy(() -> session.members(daily, TOPICS).insertInto())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "Cannot insert members of Journal.topics by one statement: the links to them are rows of another"
                                + " table. Add objects to the collection. [INVALID_REQUEST]");
    }

    @Test
    void unknownCollectionIsAnError() {
        CollectionAttribute<Journal, Line> wrong = CollectionAttribute.of(Journal.class, "line", Line.class);

        assertThatThrownBy(() -> session.members(daily, wrong))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("line");
    }
}
