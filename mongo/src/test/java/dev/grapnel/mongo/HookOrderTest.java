package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.events.Events;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Hooks")
class HookOrderTest extends OneCollectionTest {

    @Override
    DocumentMapping<Doc> mapping() {
        return plain().extensions(mapper -> new ClassRecorder("M1", trace), mapper -> new ClassRecorder("M2", trace));
    }

    @Override
    void configure(OdmSessionFactory factory) {
        factory.extensions(session -> new Recorder("S1", trace), session -> new Recorder("S2", trace));
    }

    @Test
    @Tag("ODM-H1")
    @Tag("ODM-H2")
    void standAroundAnInsertInOrderOfRegistration() {
        session.save(new Doc(1, 5));

        session.flush();

        assertThat(trace)
                .containsExactly(
                        "S1 before_flush",
                        "S2 before_flush",
                        "S1 before_insert 1 new",
                        "S2 before_insert 1 new",
                        "M1 before_insert 1 new",
                        "M2 before_insert 1 new",
                        "M1 after_insert 1 clean",
                        "M2 after_insert 1 clean",
                        "S1 after_insert 1 clean",
                        "S2 after_insert 1 clean",
                        "S1 after_flush",
                        "S2 after_flush");
    }

    @Test
    @Tag("ODM-H2")
    void seeAnObjectDirtyBeforeAndCleanAfterAnUpdateAndDeletedAroundADelete() {
        Doc doc = saved(1, 5);
        trace.clear();

        doc.a = 6;
        session.flush(doc);
        session.delete(doc);
        session.flush(doc);

        assertThat(trace)
                .filteredOn(line -> line.startsWith("M1"))
                .containsExactly(
                        "M1 before_update 1 dirty",
                        "M1 after_update 1 clean",
                        "M1 before_delete 1 deleted",
                        "M1 after_delete 1 deleted");
    }

    @Test
    @Tag("ODM-F1")
    @Tag("ODM-F2")
    void comeInTheOrderInWhichObjectsEnteredWhateverTheirStatus() {
        Doc one = saved(1, 1);
        Doc two = saved(2, 2);
        session.save(new Doc(3, 3));
        two.a = 20;
        session.delete(one);
        trace.clear();

        session.flush();

        assertThat(trace)
                .filteredOn(line -> line.startsWith("M1 before"))
                .containsExactly("M1 before_delete 1 deleted", "M1 before_update 2 dirty", "M1 before_insert 3 new");
        assertThat(trace).startsWith("S1 before_flush").endsWith("S2 after_flush");
    }

    @Test
    @Tag("ODM-F4")
    void ofObjectsAreNotCalledForCleanOnes() {
        saved(1, 1);
        trace.clear();

        session.flush();

        assertThat(trace).containsExactly("S1 before_flush", "S2 before_flush", "S1 after_flush", "S2 after_flush");
    }

    @Test
    @Tag("ODM-F5")
    void ofADeleteAreCalledForAnObjectThatWasNeverInserted() {
        Doc doc = session.save(new Doc(1, 1));
        session.delete(doc);

        session.flush();

        assertThat(trace)
                .filteredOn(line -> line.startsWith("M1"))
                .containsExactly("M1 before_delete 1 deleted", "M1 after_delete 1 deleted");
    }

    @Test
    @Tag("ODM-F9")
    void ofAFlushOfOneObjectStandAroundItsOneWrite() {
        Doc doc = new Doc(1, 1);

        session.flush(doc);
        session.flush(doc);

        assertThat(trace)
                .filteredOn(line -> line.startsWith("S1"))
                .containsExactly(
                        "S1 before_flush",
                        "S1 before_insert 1 new",
                        "S1 after_insert 1 clean",
                        "S1 after_flush",
                        "S1 before_flush",
                        "S1 after_flush");
        assertThat(session.contains(doc)).isFalse();
    }

    @Test
    @Tag("ODM-C1")
    void ofARemovalByQueryLeaveObjectsAlone() {
        Doc doc = saved(1, 1);
        trace.clear();

        long removed = session.remove(Doc.class, new Document("a", 1)).getDeletedCount();

        assertThat(removed).isEqualTo(1);
        assertThat(trace)
                .containsExactly(
                        "S1 before_remove Doc",
                        "S2 before_remove Doc",
                        "M1 before_remove",
                        "M2 before_remove",
                        "M1 after_remove",
                        "M2 after_remove",
                        "S1 after_remove Doc",
                        "S2 after_remove Doc");
        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
        assertThat(session.contains(doc)).isTrue();
    }

    @Test
    void ofAnUpdateByQueryStandAroundIt() {
        saved(1, 1);
        trace.clear();

        session.update(Doc.class, new Document("a", 1), new Document("$set", new Document("a", 2)));

        assertThat(trace)
                .containsExactly(
                        "S1 before_update_query Doc",
                        "S2 before_update_query Doc",
                        "M1 before_update_query",
                        "M2 before_update_query",
                        "M1 after_update_query",
                        "M2 after_update_query",
                        "S1 after_update_query Doc",
                        "S2 after_update_query Doc");
    }

    @Test
    @Tag("ODM-Q1")
    @Tag("ODM-Q2")
    @Tag("ODM-Q3")
    void ofACursorComeWithItsCreationAndAroundEachRowAndTheEnd() {
        stored(1, 1);

        session.find(Doc.class).all();

        assertThat(trace)
                .filteredOn(line -> line.startsWith("S1"))
                .containsExactly(
                        "S1 cursor_created find",
                        "S1 before_cursor_next",
                        "S1 after_cursor_next",
                        "S1 before_cursor_next",
                        "S1 after_cursor_next");
    }

    @Test
    @Tag("ODM-M5")
    void areNoneForConstructionSavingAndLettingGo() {
        Doc doc = session.save(new Doc(1, 1));
        session.expunge(doc);
        session.save(doc);
        session.clear();
        session.close();

        assertThat(trace).isEmpty();
    }

    @Test
    void ofExtensionsEncloseTheListenersToMapperAndSessionEvents() {
        Mapped.on(Doc.class).beforeInsert(e -> trace.add("event before_insert"));
        Mapped.on(Doc.class).afterInsert(e -> trace.add("event after_insert"));
        Events.on(session).beforeFlush(e -> trace.add("event before_flush"));
        Events.on(session).afterFlush(e -> trace.add("event after_flush"));
        session.save(new Doc(1, 1));

        session.flush();

        assertThat(trace)
                .filteredOn(line -> !line.startsWith("S2") && !line.startsWith("M2"))
                .containsExactly(
                        "S1 before_flush",
                        "event before_flush",
                        "S1 before_insert 1 new",
                        "M1 before_insert 1 new",
                        "event before_insert",
                        "event after_insert",
                        "M1 after_insert 1 clean",
                        "S1 after_insert 1 clean",
                        "event after_flush",
                        "S1 after_flush");
    }

    @Test
    @Tag("ODM-E4")
    void behindAWriteAreNotCalledIfItFails() {
        stored(1, 1);
        session.save(new Doc(1, 2));

        assertThatThrownBy(session::flush).isInstanceOf(com.mongodb.MongoWriteException.class);

        assertThat(trace).noneMatch(line -> line.contains("after"));
    }

    @Test
    @Tag("ODM-N1")
    void belongToTheirOwnObjectForEachSession() {
        List<OdmSession> made = new java.util.ArrayList<>();
        OdmSessionFactory factory = OdmSessionFactory.of(server.store()).extensions(own -> {
            made.add(own);
            return new SessionExtension() {};
        });

        OdmSession one = factory.open();
        OdmSession other = factory.open();

        assertThat(made).containsExactly(one, other);
    }

    @Test
    @Tag("ODM-N3")
    void thatAreRegisteredLaterHearOfEverythingFromThenOn() {
        session.registerExtension(own -> new Recorder("late", trace));

        session.flush();

        assertThat(trace)
                .containsExactly(
                        "S1 before_flush",
                        "S2 before_flush",
                        "late before_flush",
                        "S1 after_flush",
                        "S2 after_flush",
                        "late after_flush");
    }

    @Test
    @Tag("ODM-N8")
    void ofAClassAreThoseItWasMappedWith() {
        assertThat(mapper().extensions()).hasSize(2).isUnmodifiable();
    }
}
