package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

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
}
