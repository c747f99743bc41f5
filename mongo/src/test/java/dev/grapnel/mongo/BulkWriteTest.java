package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.session.OdmSessionFactory;
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
}
