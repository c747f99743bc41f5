package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.testkit.session.Ledger.Entry;
import dev.grapnel.testkit.session.Ledger.Transfer;
import dev.grapnel.testkit.session.Library.Topic;
import dev.grapnel.testkit.session.Pasture.Cow;
import dev.grapnel.testkit.session.Pasture.Pen;
import dev.grapnel.testkit.session.Pasture.Yard;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Person;
import dev.grapnel.testkit.session.Tree.Node;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In which order a flush writes objects, and how events and statements lie around each other. */
@EveryDatabase
@DisplayName("The order of a flush on")
class BatchOrderTest extends DatabaseTest {
    private static final Class<?>[] EMPTY = {};

    BatchOrderTest() {
        super(Stream.of(Library.ALL, Ledger.ALL, Pasture.ALL, new Class<?>[] {Person.class, Engineer.class, Node.class})
                .flatMap(Arrays::stream)
                .toList()
                .toArray(EMPTY));
    }

    private <T> T named(String name, T object) {
        return events.named(name, object);
    }

    private void record() {
        events.mappers().statements(engine).without("before_configured", "after_configured");
    }

    /** Statements have other sizes where a database takes several rows in one; the rows tell the same. */
    private List<String> timeline() {
        return events.timeline().stream()
                .map(line -> line.replaceAll(" ×\\d+$", ""))
                .toList();
    }

    @Test
    @Tag("M-5")
    void ofNewAndPersistentObjectsIsByAddingAndByKey() {
        List<Topic> given = List.of(new Topic("c"), new Topic("b"));
        session.addAll(given);
        session.flush();
        given.forEach(topic -> named(topic.word, topic).description = "changed");
        session.add(named("z", new Topic("z")));
        session.add(named("a", new Topic("a")));
        record();

        session.flush();

        assertThat(timeline())
                .containsExactly(
                        "before_insert z",
                        "before_insert a",
                        "before_update b",
                        "before_update c",
                        "UPDATE topic",
                        "INSERT topic",
                        "after_insert z",
                        "after_insert a",
                        "after_update b",
                        "after_update c");
    }

    @Test
    @Tag("M-6")
    @Tag("M-5")
    void ofAHierarchyHasAllEventsOutsideOfAllStatements() {
        session.add(named("ed", new Engineer("ed", "java")));
        session.add(named("jo", new Person("jo")));
        record();

        session.flush();

        assertThat(timeline().subList(0, 2)).containsExactly("before_insert ed", "before_insert jo");
        assertThat(timeline().subList(2, timeline().size() - 2))
                .allMatch(line -> line.startsWith("INSERT "))
                .startsWith("INSERT person")
                .endsWith("INSERT engineer");
        assertThat(timeline().subList(timeline().size() - 2, timeline().size()))
                .containsExactly("after_insert ed", "after_insert jo");
    }

    @Test
    @Tag("M-7")
    void ofDeletedObjectsIsByKeyAndChildTablesFirst() {
        Engineer ed = named("ed", new Engineer("ed", "java"));
        Engineer jo = named("jo", new Engineer("jo", "java"));
        session.addAll(List.of(ed, jo));
        session.flush();
        session.delete(jo);
        session.delete(ed);
        record();

        session.flush();

        assertThat(timeline())
                .containsExactly(
                        "before_delete ed",
                        "before_delete jo",
                        "DELETE engineer",
                        "DELETE person",
                        "after_delete ed",
                        "after_delete jo");
    }

    @Test
    @Tag("M-8")
    void ofAClassSavedOneByOneGoesFromObjectToObject() {
        session.add(named("one", new Entry(1)));
        session.add(named("two", new Entry(2)));
        record();

        session.flush();

        events.assertTimeline(
                "before_insert one",
                "INSERT entry",
                "after_insert one",
                "before_insert two",
                "INSERT entry",
                "after_insert two");
    }

    @Test
    @Tag("M-8")
    void ofSubclassesOfAClassSavedOneByOneIsTheSame() {
        session.add(named("one", new Transfer(1)));
        session.add(named("two", new Transfer(2)));
        record();

        session.flush();

        assertThat(events.timeline().subList(0, 3))
                .containsExactly("before_insert one", "INSERT entry", "after_insert one");
    }

    @Test
    @Tag("M-8")
    void ofDeletesIsTogetherAlsoForAClassSavedOneByOne() {
        List<Entry> both = List.of(named("one", new Entry(1)), named("two", new Entry(2)));
        session.addAll(both);
        session.flush();
        both.forEach(session::delete);
        record();

        session.flush();

        assertThat(timeline())
                .containsExactly(
                        "before_delete one",
                        "before_delete two",
                        "DELETE entry",
                        "after_delete one",
                        "after_delete two");
    }

    @Test
    @Tag("M-9")
    void ofUnrelatedClassesIsByNameAndNotByAdding() {
        session.add(new Topic("sea"));
        session.add(new Person("ed"));
        session.add(new Entry(1));

        session.flush();

        statements.assertStatements("INSERT entry", "INSERT topic", "INSERT person");
    }

    @Test
    @Tag("M-9")
    void ofASelfReferenceIsByTheLinks() {
        Node gc = named("gc", new Node("gc"));
        Node child = named("child", new Node("child", gc));
        Node other = named("other", new Node("other"));
        Node par = named("par", new Node("par", child));
        session.addAll(List.of(gc, child, other, par));
        record();

        session.flush();

        assertThat(timeline().stream().filter(line -> line.startsWith("before_")))
                .containsExactly("before_insert other", "before_insert par", "before_insert child", "before_insert gc");
    }

    @Test
    @Tag("M-10")
    void ofARowThatChangesItsObjectIsBeforeInsertAndAfterUpdate() {
        Topic old = named("old", new Topic("sea"));
        session.add(old);
        session.flush();
        old.books.size();
        session.delete(old);
        Topic fresh = named("fresh", new Topic("sea"));
        fresh.description = "new";
        session.add(fresh);
        events.mappers().sessions(session).statements(engine);
        events.without("before_flush", "after_flush", "after_flush_postexec", "after_transaction_create");
        events.without("after_transaction_end");

        session.flush();

        events.assertTimeline(
                "before_insert fresh",
                "UPDATE topic",
                "after_update fresh",
                "persistent_to_deleted old",
                "pending_to_persistent fresh");
    }

    @Test
    @Tag("M-10")
    @Tag("U-4")
    void ofAClassThatRefersToItselfKeepsARowThatChangesItsObject() {
        Node old = named("old", new Node("old"));
        session.add(old);
        session.commit();
        session.delete(old);
        Node fresh = named("fresh", new Node("fresh", named("leaf", new Node("leaf"))));
        fresh.id = old.id;
        session.add(fresh);
        record();

        session.flush();

        assertThat(timeline())
                .contains("before_insert fresh", "after_update fresh")
                .doesNotContain("before_delete old", "DELETE node", "after_delete old");
        assertThat(rows("node")).isEqualTo(2);
    }

    @Test
    @Tag("U-3")
    void followsARelationshipOfTwoClassesThatTakePartAlsoWithoutALink() {
        session.addAll(List.of(new Cow(), new Pen()));

        session.flush();

        statements.assertStatements("INSERT pen", "INSERT cow");
    }

    @Test
    @Tag("U-3")
    void isByClassNameWhereTheClassBetweenTakesNoPart() {
        session.addAll(List.of(new Yard(), new Cow()));

        session.flush();

        statements.assertStatements("INSERT cow", "INSERT yard");
    }

    @Test
    @Tag("U-3")
    void followsThePathWhereTheClassBetweenTakesPart() {
        session.addAll(List.of(new Cow(), new Yard(), new Pen()));

        session.flush();

        statements.assertStatements("INSERT yard", "INSERT pen", "INSERT cow");
    }

    @Test
    @Tag("U-3")
    void savesBeforeItDeletesWhereNothingElseDecides() {
        Cow cow = new Cow();
        session.add(cow);
        session.flush();
        statements.clear();
        session.delete(cow);
        session.add(new Yard());

        session.flush();

        statements.assertStatements("INSERT yard", "DELETE cow");
    }

    @Test
    @Tag("U-5")
    void ofPersistentObjectsIsByTheirKeys() {
        List<Entry> all = List.of(new Entry(10), new Entry(9), new Entry(2));
        session.addAll(all);
        session.flush();
        all.forEach(entry -> named(entry.id.toString(), entry).amount = 1);
        record();

        session.flush();

        assertThat(timeline().stream().filter(line -> line.startsWith("before_")))
                .containsExactly("before_update 2", "before_update 9", "before_update 10");
    }
}
