package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.grapnel.mongo.command.DocumentObserver;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Writes that are sent together")
class BulkWriteTest extends OneCollectionTest {

    @Override
    DocumentMapping<Doc> mapping() {
        return plain().extensions(mapper -> new ClassRecorder("M", trace));
    }

    @Override
    void configure(OdmSessionFactory factory) {
        factory.bulkWrites(true);
    }

    @Test
    void comeBetweenAllBeforeHooksAndAllAfterHooks() {
        Doc one = saved(1, 1);
        Doc two = saved(2, 2);
        trace.clear();
        one.a = 10;
        session.delete(two);
        session.save(new Doc(3, 3));

        session.flush();

        assertThat(trace)
                .containsExactly(
                        "M before_update 1 dirty",
                        "M before_delete 2 deleted",
                        "M before_insert 3 new",
                        "M after_update 1 clean",
                        "M after_delete 2 deleted",
                        "M after_insert 3 clean");
        assertThat(server.documents("doc")).containsExactly(document(1, 10), document(3, 3));
        assertThat(session.contains(two)).isFalse();
    }

    @Test
    void endWithTheFirstThatIsRefused() {
        stored(2, 0);
        Doc one = session.save(new Doc(1, 1));
        Doc two = session.save(new Doc(2, 2));
        Doc three = session.save(new Doc(3, 3));

        assertThatThrownBy(session::flush).isInstanceOf(MongoBulkWriteException.class);

        assertThat(server.documents("doc")).containsExactly(document(1, 1), document(2, 0));
        assertThat(session.newObjects()).containsExactly(two, three);
        assertThat(status(one)).isEqualTo(ObjectStatus.CLEAN);
        assertThat(trace).noneMatch(line -> line.contains("after"));
    }

    @Test
    void replaceWholeDocumentsWithWhatNoFieldHolds() {
        stored(1, 1);
        server.collection("doc").updateOne(Filters.eq("_id", 1), Updates.set("z", List.of(7)));
        Doc doc = session.find(Doc.class, new Document(), FindOptions.NONE.keepExtra())
                .one();
        doc.a = 2;
        doc.b.add(3);

        session.flush();

        Document written = server.documents("doc").get(0);
        assertThat(written.keySet()).first().isEqualTo("_id");
        assertThat(written).isEqualTo(document(1, 2).append("b", List.of(3)).append("z", List.of(7)));
    }

    @Test
    void areTheSameWhetherSomebodyLooksOrNot() {
        List<Document> seen = new ArrayList<>();
        OdmSession watched = OdmSessionFactory.of(server.store().observedBy(new DocumentObserver() {
                    @Override
                    public void insert(String collection, Document document) {
                        seen.add(document);
                    }
                }))
                .bulkWrites(true)
                .open();
        for (OdmSession each : List.of(session, watched)) {
            Doc doc = each.save(new Doc(each == session ? 1 : 2, 5));
            doc.b.add(7);
            each.flush();
        }

        Document written = document(2, 5).append("b", List.of(7));
        assertThat(seen).containsExactly(written);
        assertThat(server.documents("doc")).containsExactly(new Document(written).append("_id", 1), written);
    }
}
