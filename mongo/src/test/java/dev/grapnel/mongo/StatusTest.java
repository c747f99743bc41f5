package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Subscription;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The status of an object")
class StatusTest extends OneCollectionTest {

    @Test
    @Tag("ODM-S2")
    void isNewUntilTheObjectIsWrittenAndCleanThen() {
        Doc doc = session.save(new Doc(1, 5));
        assertThat(status(doc)).isEqualTo(ObjectStatus.NEW);

        session.flush();

        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
        assertThat(server.documents("doc")).containsExactly(document(1, 5));
    }

    @Test
    @Tag("ODM-S3")
    void becomesDirtyByAChangeOnlyIfItIsClean() {
        Doc doc = session.save(new Doc(1, 5));
        doc.a = 6;
        assertThat(status(doc)).isEqualTo(ObjectStatus.NEW);
        session.flush();

        doc.a = 7;
        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);

        session.delete(doc);
        doc.a = 8;
        assertThat(status(doc)).isEqualTo(ObjectStatus.DELETED);
    }

    @Test
    @Tag("ODM-S4")
    void staysCleanIfAnEqualValueIsAssigned() {
        Doc doc = saved(1, 5);
        doc.b = List.of(1);
        session.flush();

        doc.a = 5;
        doc.b = List.of(1);
        doc.c = Map.of();

        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
    }

    @Test
    @Tag("ODM-S5")
    void staysDirtyIfTheFormerValueIsAssigned() {
        Doc doc = saved(1, 5);

        doc.a = 6;
        doc.a = 5;

        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
    }

    @Test
    @Tag("ODM-S6")
    void becomesDirtyByAChangeWithinAListOrSubDocument() {
        Doc doc = saved(1, 5);

        doc.b.add(1);
        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
        session.flush();
        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);

        doc.c.put("d", 2);
        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
        session.flush();

        assertThat(only()).containsEntry("b", List.of(1)).containsEntry("c", new Document("d", 2).append("e", null));
    }

    @Test
    @Tag("I-7")
    void staysCleanIfAListenerToTheLoadAssignsAValue() {
        stored(1, 5);
        Subscription listening = InstanceEvents.on(Doc.class).load(event -> {
            event.target().a = 6;
            event.target().b.add(7);
        });
        Doc doc = session.find(Doc.class).one();
        listening.close();

        assertThat(doc.a).isEqualTo(6);
        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
        assertThat(session.unitOfWork().dirty()).isEmpty();
        session.flush();
        assertThat(only()).containsEntry("a", 5);
    }

    @Test
    @Tag("I-7")
    void staysCleanIfAListenerToTheRefreshAssignsAValue() {
        Doc doc = saved(1, 5);
        Subscription listening = InstanceEvents.on(Doc.class).refresh(event -> event.target().a = 6);
        session.refresh(doc);
        listening.close();

        assertThat(doc.a).isEqualTo(6);
        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
        assertThat(ObjectState.of(doc).originalDocument()).containsEntry("a", 6);
    }

    @Test
    @Tag("ODM-S9")
    void isToldOfAMarkBetweenDeleteAndFlush() {
        Doc doc = saved(1, 5);
        assertThat(Instance.of(doc).isMarkedForDelete()).isFalse();

        session.delete(doc);
        assertThat(Instance.of(doc).isMarkedForDelete()).isTrue();

        session.flush();
        assertThat(Instance.of(doc).isMarkedForDelete()).isFalse();
    }

    @Test
    void isNoMarkForAnObjectThatLeftItsSession() {
        Doc doc = saved(1, 5);
        session.delete(doc);

        session.expunge(doc);

        assertThat(Instance.of(doc).isMarkedForDelete()).isFalse();
    }
}
