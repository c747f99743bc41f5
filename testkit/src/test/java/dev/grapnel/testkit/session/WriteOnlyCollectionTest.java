package dev.grapnel.testkit.session;

import static dev.grapnel.core.state.LifecycleState.PENDING;
import static dev.grapnel.core.state.LifecycleState.PERSISTENT;
import static dev.grapnel.core.state.LifecycleState.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.WriteOnlyCollection;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.core.state.History;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Journals.Folder;
import dev.grapnel.testkit.session.Journals.Journal;
import dev.grapnel.testkit.session.Journals.Line;
import dev.grapnel.testkit.session.Journals.Remark;
import dev.grapnel.testkit.session.Journals.Sheet;
import dev.grapnel.testkit.session.Journals.Topic;
import java.util.Arrays;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Collections that nothing ever loads. */
@EveryDatabase
@DisplayName("Write-only collections on")
class WriteOnlyCollectionTest extends DatabaseTest {
    static final CollectionAttribute<Journal, Line> LINES = CollectionAttribute.of(Journal.class, "lines", Line.class);
    static final CollectionAttribute<Journal, Topic> TOPICS =
            CollectionAttribute.of(Journal.class, "topics", Topic.class);
    static final CollectionAttribute<Journal, Remark> REMARKS =
            CollectionAttribute.of(Journal.class, "remarks", Remark.class);

    private static final ColumnAttribute<Line, String> NAME_OF_LINE =
            ColumnAttribute.of(Line.class, "name", String.class);
    private static final ColumnAttribute<Topic, String> NAME_OF_TOPIC =
            ColumnAttribute.of(Topic.class, "name", String.class);

    private Journal journal;
    private AttributeTrace trace;

    WriteOnlyCollectionTest() {
        super(Journals.ALL);
    }

    /** A journal with the lines a and b and the topics x and y, loaded, with nothing that hangs on it. */
    @BeforeEach
    void givenAJournal() {
        Integer id = given(
                s -> {
                    Journal made = new Journal("daily").with(new Line("a"), new Line("b"));
                    made.topics.addAll(List.of(new Topic("x"), new Topic("y")));
                    made.remarks.add(new Remark("r"));
                    return made;
                },
                made -> ((Journal) made).id);
        journal = session.get(Journal.class, id);
        trace = new AttributeTrace()
                .of(Journal.class, "lines")
                .of(Line.class, "journal")
                .of(Journal.class, "topics")
                .of(Topic.class, "journals")
                .of(Journal.class, "remarks");
        statements.clear();
    }

    private Line line(String name) {
        return session.members(journal, LINES)
                .query()
                .where(NAME_OF_LINE.eq(name))
                .one();
    }

    private Topic topic(String name) {
        return session.members(journal, TOPICS)
                .query()
                .where(NAME_OF_TOPIC.eq(name))
                .one();
    }

    private List<String> lines() {
        return Journals.names(
                session.members(journal, LINES).query().orderBy(NAME_OF_LINE).list());
    }

    private List<String> topics() {
        return Journals.names(
                session.members(journal, TOPICS).query().orderBy(NAME_OF_TOPIC).list());
    }

    // ---- adding ----

    @Test
    @Tag("A-49")
    void addTellsAppendAndTheOtherSideAndLoadsNothing() {
        Line c = new Line("c");

        journal.lines.add(c);

        trace.assertLines("c.journal set daily was NO_VALUE (lines append)", "daily.lines append c");
        assertThat(c.journal).isSameAs(journal);
        statements.assertNone();
    }

    @Test
    @Tag("A-49")
    void addedObjectJoinsTheSession() {
        Line c = new Line("c");

        journal.lines.add(c);

        assertThat(lifecycle(c)).isEqualTo(PENDING);
    }

    @Test
    @Tag("A-49")
    void flushInsertsWhatWasAddedAndReadsNothing() {
        journal.lines.addAll(List.of(new Line("c"), new Line("d")));

        session.flush();

        assertThat(statements.count()).isEqualTo(statements.count(StatementKind.INSERT));
        assertThat(lines()).containsExactly("a", "b", "c", "d");
    }

    @Test
    @Tag("A-49")
    void flushWritesLinksToWhatWasAdded() {
        journal.topics.add(new Topic("z"));

        session.flush();

        assertThat(statements.count(StatementKind.SELECT)).isZero();
        assertThat(topics()).containsExactly("x", "y", "z");
    }

    @Test
    @Tag("A-49")
    void memberWithoutAnOtherSideGetsItsKey() {
        journal.remarks.add(new Remark("s"));

        session.commit();

        assertThat(direct().fetchCount(DSL.table("remark"), DSL.condition("journal_id = " + journal.id)))
                .isEqualTo(2);
    }

    @Test
    @Tag("A-49")
    void whatListenersReturnIsAdded() {
        Remark other = new Remark("other");
        session.add(other);
        try (Subscription replacing = Events.on(REMARKS).replaceOnAppend(e -> other)) {
            journal.remarks.add(new Remark("s"));
        }
        session.flush();

        assertThat(Journals.names(session.members(journal, REMARKS).query().list()))
                .containsExactlyInAnyOrder("r", "other");
    }

    @Test
    @Tag("A-49")
    void refusedObjectIsNotAdded() {
        assertThatThrownBy(() -> journal.remarks.add(new Remark(""))).hasMessage("an empty remark");

        session.flush();
        assertThat(rows("remark")).isOne();
        assertThat(Instance.of(journal).history(REMARKS).hasChanges()).isFalse();
    }

    @Test
    @Tag("A-49")
    void assignmentOnTheOtherSideIsQueuedToo() {
        Line c = new Line("c");
        session.add(c);

        c.journal = journal;

        trace.assertLines("daily.lines append c (journal replace)", "c.journal set daily was NO_VALUE");
        session.flush();
        assertThat(lines()).containsExactly("a", "b", "c");
    }

    @Test
    void objectAddedTwiceIsLinkedOnce() {
        Topic z = new Topic("z");
        journal.topics.add(z);
        journal.topics.add(z);

        session.flush();

        assertThat(topics()).containsExactly("x", "y", "z");
    }

    @Test
    void secondLinkToAMemberIsRefusedByTheDatabase() {
        journal.topics.add(topic("x"));

        assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
    }

    @Test
    void nullIsNoMember() {
        assertThatThrownBy(() -> journal.lines.add(null))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("Cannot add null in lines of Journal[" + journal.id
                        + "]: its members are objects. Leave the call out, or give an object. [INVALID_ARGUMENT]");
    }

    @Test
    void nullCannotBeRemoved() {
        assertThatThrownBy(() -> journal.lines.remove(null))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot remove null in lines of Journal[" + journal.id
                        + "]: its members are objects. Leave the call out, or give an object.");
        trace.assertLines();
    }

    // ---- removing ----

    @Test
    @Tag("A-49")
    void removeTellsTheOtherSideAndLoadsNothing() {
        Line a = line("a");
        statements.clear();

        journal.lines.remove(a);

        trace.assertLines("a.journal set null was daily (lines remove)", "daily.lines remove a");
        statements.assertNone();
    }

    @Test
    @Tag("A-49")
    void removedOrphanIsDeletedByTheFlush() {
        journal.lines.remove(line("a"));

        session.flush();

        assertThat(lines()).containsExactly("b");
        assertThat(rows("line")).isOne();
    }

    @Test
    @Tag("A-49")
    void removedPendingOrphanLeavesTheSessionAtOnce() {
        Line c = new Line("c");
        journal.lines.add(c);

        journal.lines.remove(c);

        assertThat(lifecycle(c)).isEqualTo(TRANSIENT);
        session.flush();
        assertThat(lines()).containsExactly("a", "b");
    }

    @Test
    @Tag("A-49")
    void keyOfARemovedMemberIsCleared() {
        Remark r = session.members(journal, REMARKS).query().one();

        journal.remarks.remove(r);
        session.flush();

        assertThat(direct().fetchValue("select journal_id from remark")).isNull();
        assertThat(lifecycle(r)).isEqualTo(PERSISTENT);
    }

    @Test
    @Tag("A-49")
    void linkToARemovedMemberIsDeleted() {
        Topic x = topic("x");

        journal.topics.remove(x);
        trace.assertLines("x.journals remove daily (topics remove)", "daily.topics remove x");
        session.flush();

        assertThat(topics()).containsExactly("y");
        assertThat(rows("topic")).isEqualTo(2);
    }

    @Test
    void memberThatLeavesAndReturnsIsNoChange() {
        Topic x = topic("x");
        journal.topics.remove(x);
        journal.topics.add(x);
        statements.clear();

        session.flush();

        assertThat(statements.count()).isZero();
        assertThat(topics()).containsExactly("x", "y");
    }

    // ---- whole assignment ----

    @Test
    @Tag("A-49")
    void assignmentOfANewOwnerTellsEachMemberAndNothingElse() {
        Journal fresh = new Journal("fresh");

        fresh.lines = WriteOnlyCollection.of(new Line("c"), new Line("d"));

        trace.assertLines(
                "c.journal set fresh was NO_VALUE (lines append)",
                "fresh.lines append c",
                "d.journal set fresh was NO_VALUE (lines append)",
                "fresh.lines append d");
    }

    @Test
    @Tag("A-49")
    void secondAssignmentOfANewOwnerRemovesWhatIsNotInIt() {
        Line c = new Line("c");
        Line d = new Line("d");
        Journal fresh = new Journal("fresh").with(c, d);
        session.add(fresh);
        trace.clear();

        fresh.lines = WriteOnlyCollection.copyOf(List.of(d));

        trace.assertLines("c.journal set null was fresh (lines remove)", "fresh.lines remove c");
        session.flush();
        assertThat(Journals.names(session.members(fresh, LINES).query().list())).containsExactly("d");
    }

    @Test
    @Tag("A-49")
    void assignmentOfAnOwnerWithARowIsRefused() {
        assertThatThrownBy(() -> journal.lines = WriteOnlyCollection.of(new Line("c")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Cannot assign attribute Journal.lines of Journal[" + journal.id
                        + "]: it is write-only, so it is not known which members would leave. Add and remove single"
                        + " members, or assign it before the object has a row. [INVALID_REQUEST]");

        trace.assertLines();
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    void assignmentOfItselfIsNothing() {
        journal.lines = journal.lines;

        trace.assertLines();
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    void nullCannotBeAssigned() {
        assertThatThrownBy(() -> journal.lines = null)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("Cannot assign attribute Journal.lines of Journal[" + journal.id
                        + "]: it takes a dev.grapnel.core.instrument.WriteOnlyCollection or another collection and was"
                        + " given null. [INVALID_ARGUMENT]");
    }

    @Test
    void assignmentOfTheCollectionOfAnotherObjectWithARowIsRefused() {
        journal.lines.add(new Line("c"));
        Journal fresh = new Journal("fresh");

        assertThatThrownBy(() -> fresh.lines = journal.lines)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Cannot read the members of attribute Journal.lines of Journal[" + journal.id
                        + "]: it is write-only, and nothing but a statement knows them. Ask session.members(…) for those that are needed."
                        + " [INVALID_REQUEST]");
        assertThat(Instance.of(fresh).history(LINES).hasChanges()).isFalse();
    }

    @Test
    void assignmentOfTheCollectionOfAnotherObjectWithoutARowTakesItsMembersOver() {
        Line c = new Line("c");
        Journal first = new Journal("first").with(c);
        Journal second = new Journal("second");

        second.lines = first.lines;

        assertThat(Instance.of(second).history(LINES).added()).containsExactly(c);
        assertThat(c.journal).isSameAs(second);
    }

    @Test
    void assignedCollectionWithNullIsRefusedBeforeAnybodyIsTold() {
        Journal fresh = new Journal("fresh");

        assertThatThrownBy(() -> Instance.of(fresh).set("lines", Arrays.asList(new Line("c"), null)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage(
                        "Cannot assign attribute Journal.lines of Journal (without key): null is among the members, which are objects."
                                + " Leave it out. [INVALID_ARGUMENT]");
        trace.assertLines();
    }

    @Test
    void looseCollectionTakesNoNull() {
        assertThatThrownBy(() -> WriteOnlyCollection.of(new Line("c"), null))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage(
                        "Cannot add null in a collection of nobody: its members are objects. Leave the call out, or give an object."
                                + " [INVALID_ARGUMENT]");
    }

    @Test
    @Tag("A-12")
    void cannotBeFlaggedAsModified() {
        assertThatThrownBy(() -> Instance.of(journal).flagModified(LINES))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Cannot flag attribute Journal.lines of Journal[" + journal.id
                        + "] as modified: it is never in memory as a whole, and what joins or leaves is flagged as it does. Use flagDirty to"
                        + " have the object flushed. [INVALID_REQUEST]");
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    void looseCollectionTellsNothing() {
        WriteOnlyCollection<Line> loose = WriteOnlyCollection.of();
        Line c = new Line("c");
        loose.add(c);
        loose.add(new Line("d"));
        loose.remove(c);

        Journal fresh = new Journal("fresh");
        fresh.lines = loose;

        trace.assertLines("d.journal set fresh was NO_VALUE (lines append)", "fresh.lines append d");
    }

    // ---- what is queued ----

    @Nested
    class Queue {
        @Test
        @Tag("A-49")
        void isTheHistoryAndIsGoneAfterTheFlush() {
            Line c = new Line("c");
            Line a = line("a");
            journal.lines.add(c);
            journal.lines.remove(a);

            assertThat(Instance.of(journal).history(LINES)).isEqualTo(new History<>(List.of(c), List.of(), List.of(a)));
            session.flush();

            assertThat(Instance.of(journal).history(LINES).isEmpty()).isTrue();
            assertThat(session.dirty()).isEmpty();
        }

        @Test
        void marksItsOwnerAsModified() {
            journal.topics.add(new Topic("z"));

            assertThat(session.dirty()).containsExactly(journal);
            assertThat(Instance.of(journal).isModified(true)).isTrue();
        }

        @Test
        @Tag("A-49")
        void isForgottenWhenTheOwnerExpires() {
            session.autoflush(false);
            journal.topics.add(new Topic("z"));

            session.expire(journal);

            assertThat(Instance.of(journal).history(TOPICS).isEmpty()).isTrue();
        }

        @Test
        @Tag("A-49")
        void isForgottenWhenTheAttributeIsRefreshed() {
            session.autoflush(false);
            journal.topics.add(new Topic("z"));

            session.refresh(journal, "topics");

            assertThat(Instance.of(journal).history(TOPICS).isEmpty()).isTrue();
        }

        @Test
        @Tag("A-49")
        void isForgottenByARollback() {
            journal.lines.add(new Line("c"));
            session.flush();
            journal.lines.add(new Line("d"));

            session.rollback();

            assertThat(Instance.of(journal).history(LINES).isEmpty()).isTrue();
            assertThat(lines()).containsExactly("a", "b");
        }

        @Test
        void isForgottenByARollbackToASavepoint() {
            try (SessionTransaction savepoint = session.beginNested()) {
                journal.lines.add(new Line("d"));
                savepoint.rollback();
            }
            journal.lines.add(new Line("c"));
            session.flush();

            assertThat(lines()).containsExactly("a", "b", "c");
        }

        @Test
        void ofAnOwnerThatWasNeverWrittenSurvivesARollback() {
            Journal fresh = new Journal("fresh").with(new Line("c"));
            session.add(fresh);
            session.rollback();

            session.add(fresh);
            session.commit();

            assertThat(Journals.names(session.members(fresh, LINES).query().list()))
                    .containsExactly("c");
        }

        @Test
        void isSerialisedWithItsOwner() throws Exception {
            session.autoflush(false);
            journal.lines.add(new Line("c"));

            Journal copy = Copies.serialised(journal);

            assertThat(Journals.names(Instance.of(copy).history(LINES).added())).containsExactly("c");
        }

        @Test
        void isShownByTheExplanationOfTheFlush() {
            journal.topics.add(new Topic("z"));

            assertThat(session.explainFlush().toString()).contains("Topic");
        }
    }

    // ---- other operations ----

    @Test
    @Tag("A-49")
    void mergeQueuesWhatIsQueuedForADetachedObject() {
        session.close();
        journal.topics.add(new Topic("z"));

        Journal merged = session.merge(journal);
        session.commit();

        assertThat(Journals.names(session.members(merged, TOPICS)
                        .query()
                        .orderBy(NAME_OF_TOPIC)
                        .list()))
                .containsExactly("x", "y", "z");
    }

    @Test
    void mergeOfANewObjectAddsItsMembers() {
        Journal fresh = new Journal("fresh").with(new Line("c"));

        Journal merged = session.merge(fresh);
        session.commit();

        assertThat(Journals.names(session.members(merged, LINES).query().list()))
                .containsExactly("c");
        assertThat(lifecycle(fresh)).isEqualTo(TRANSIENT);
    }

    @Test
    void mergeWithoutMembersChangesNone() {
        Journal like = new Journal("renamed");
        like.id = journal.id;

        session.merge(like);
        session.commit();

        assertThat(journal.name).isEqualTo("renamed");
        assertThat(lines()).containsExactly("a", "b");
    }

    @Test
    @Tag("A-49")
    @Tag("U-9")
    void passiveDeletesLeaveMembersToTheDatabase() {
        Folder folder = folder();
        statements.clear();

        session.delete(folder);
        session.flush();

        assertThat(statements.texts()).singleElement().asString().startsWith("delete from");
        assertThat(rows("folder")).isZero();
    }

    @Test
    void membersThatAreQueuedAreDeletedWithTheirOwner() {
        Folder folder = folder();
        Sheet queued = new Sheet("queued");
        session.add(queued);
        session.flush();
        folder.sheets.add(queued);

        session.delete(folder);
        session.commit();

        assertThat(rows("sheet")).isOne();
    }

    @Test
    @Tag("A-49")
    void deletionThatNeedsMembersIsRefused() {
        session.delete(journal);

        assertThatThrownBy(session::flush)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Cannot load attribute Journal.remarks of Journal[1]: it is write-only, and what is being"
                        + " done needs all its members. If the object is deleted, declare @PassiveDeletes to leave them"
                        + " to the database; if its key changes, declare @PassiveUpdates. [INVALID_REQUEST]");
    }

    private Folder folder() {
        Folder folder = new Folder("f");
        folder.sheets.add(new Sheet("s"));
        session.add(folder);
        session.commit();
        session.refresh(folder);
        return folder;
    }

    @Test
    @Tag("A-49")
    void strategyThatWouldFillItIsRefused() {
        assertThatThrownBy(() -> session.query(Journal.class)
                        .load(LoadStrategy.SELECTIN, LINES)
                        .list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "Cannot load relationship Journal.lines by SELECTIN: its collection is never filled. Ask for its"
                                + " members by a query, or declare it as java.util.List. [INVALID_REQUEST]");
    }

    @Test
    void cannotBeFilledAsIfItHadBeenLoaded() {
        assertThatThrownBy(() -> Instance.of(journal).setCommittedElements(LINES, List.of()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("it is never loaded. Declare it as java.util.List");
    }

    @Test
    void hasNoValueToDelete() {
        assertThatThrownBy(() -> Instance.of(journal).clear(LINES))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("it never has one. Remove single members");
    }

    @Test
    void viewsOfTheSameCollectionAreEqual() {
        assertThat(journal.lines).isEqualTo(journal.lines).hasSameHashCodeAs(journal.lines);
        assertThat(journal.lines).isNotEqualTo(WriteOnlyCollection.of());
        assertThat(journal.lines).hasToString("lines of Journal[" + journal.id + "]");
    }

    @Test
    void viewKeepsItsOwner() {
        WriteOnlyCollection<Line> held = new Journal("forgotten").lines;
        System.gc();

        held.add(new Line("c"));

        trace.assertLines("c.journal set forgotten was NO_VALUE (lines append)", "forgotten.lines append c");
    }
}
