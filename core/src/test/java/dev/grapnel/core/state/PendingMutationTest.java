package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Elements are told apart by identity, so those here are equal to each other. */
@DisplayName("Changes queued for a collection")
@SuppressWarnings("StringOperationCanBeSimplified") // two objects that are equal are wanted
class PendingMutationTest {
    private final PendingMutation queue = new PendingMutation();
    private final String one = new String("x");
    private final String other = new String("x");

    @Test
    @Tag("A-32")
    void keepAdditionsInOrderEachOnce() {
        queue.add(one);
        queue.add(other);
        queue.add(one);

        assertThat(queue.added()).hasSize(2);
        assertThat(queue.added().get(0)).isSameAs(one);
        assertThat(queue.added().get(1)).isSameAs(other);
    }

    @Test
    @Tag("A-32")
    void cancelAnAdditionByARemoval() {
        queue.add(one);
        queue.add(other);

        queue.remove(one);

        assertThat(queue.added()).hasSize(1);
        assertThat(queue.added().get(0)).isSameAs(other);
        assertThat(queue.removed()).isEmpty();
    }

    @Test
    @Tag("A-32")
    void cancelARemovalByAnAddition() {
        queue.remove(one);
        queue.add(one);

        assertThat(queue.added()).isEmpty();
        assertThat(queue.removed()).isEmpty();
    }

    @Test
    @Tag("A-32")
    void keepRemovalsByIdentity() {
        queue.remove(one);
        queue.remove(other);
        queue.remove(one);

        assertThat(queue.removed()).hasSize(2);
    }
}
