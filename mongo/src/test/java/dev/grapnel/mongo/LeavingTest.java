package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("An object whose document was deleted")
class LeavingTest extends OneCollectionTest {

    private static SessionExtension failingAfterDelete() {
        return new SessionExtension() {
            @Override
            public void afterDelete(Object object, ObjectState<?> state) {
                throw new IllegalStateException("the mail server is away");
            }
        };
    }

    @Test
    @Tag("ODM-F10")
    void leavesTheSessionWithTheFlushOfIt() {
        Doc doc = saved(1, 5);
        session.delete(doc);

        session.flush(doc);

        assertThat(session.unitOfWork().contains(doc)).isFalse();
        assertThat(ObjectState.of(doc).session()).isNull();
    }

    @Test
    @Tag("ODM-E3")
    void leavesTheSessionAlsoIfAHookAfterItFails() {
        Doc doc = saved(1, 5);
        session.delete(doc);
        session.registerExtension(SessionExtensionFactory.of(failingAfterDelete()));

        assertThatThrownBy(session::flush).hasMessage("the mail server is away");

        assertThat(session.unitOfWork().contains(doc)).isFalse();
        assertThat(server.documents("doc")).isEmpty();
    }
}
