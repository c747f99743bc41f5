package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.session.OdmSessionFactory;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Documents that are changed before they are sent together")
class BulkBeforeSaveTest extends OneCollectionTest {

    @Override
    DocumentMapping<Doc> mapping() {
        return plain().beforeSave(document -> {
            document.append("seen", true);
            document.remove("_id");
        });
    }

    @Override
    void configure(OdmSessionFactory factory) {
        factory.bulkWrites(true);
    }

    @Test
    void areStoredAsTheyWereChanged() {
        session.save(new Doc(1, 5));

        session.flush();

        assertThat(server.documents("doc")).singleElement().satisfies(written -> {
            assertThat(written).containsEntry("a", 5).containsEntry("seen", true);
            assertThat(written.get("_id")).as("that of the driver").isInstanceOf(ObjectId.class);
        });
    }
}
