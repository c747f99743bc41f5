package dev.grapnel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.state.Passive;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A collection of one's own")
class CustomCollectionTest {
    private final List<String> told = new ArrayList<>();
    private final Thing a = new Thing("a");
    private ClassManager manager;
    private Pile pile;
    private Thing owner;

    /** Elements one upon the other. */
    static final class Pile extends CustomCollection<Thing> {
        private final List<Thing> things = new ArrayList<>();

        @Override
        protected void appendElement(Thing thing) {
            things.add(thing);
        }

        @Override
        protected void removeElement(Thing thing) {
            things.removeIf(each -> each == thing);
        }

        @Override
        protected Iterator<Thing> elementIterator() {
            return things.iterator();
        }

        void touch(Thing thing) {
            staying(thing);
        }
    }

    @BeforeEach
    void manage() {
        manager = Thing.manage();
        AttributeTracker tracker = manager.addCollection("pile", "pile", CollectionKind.custom(Pile.class, Pile::new));
        owner = new Thing("owner");
        pile = (Pile) tracker.get(ClassManager.requireState(owner), Passive.OFF);
        pile.add(a);
        tracker.events().onAppend(e -> told.add("+" + e.value()));
        tracker.events().onAppendWithoutMutation(e -> told.add("=" + e.value()));
        tracker.events().onRemove(e -> told.add("-" + e.value()));
    }

    @AfterEach
    void release() {
        manager.release();
    }

    @Test
    @Tag("A-25")
    void tellsOfAnElementThatIsAdded() {
        assertThat(pile.add(new Thing("b"))).isTrue();

        assertThat(told).containsExactly("+b");
        assertThat(pile.elements()).hasSize(2);
    }

    @Test
    @Tag("A-25")
    void tellsOfAnElementThatIsRemoved() {
        assertThat(pile.remove(a)).isTrue();

        assertThat(told).containsExactly("-a");
        assertThat(pile.elements()).isEmpty();
    }

    @Test
    void removesNothingThatIsNotThere() {
        assertThat(pile.remove(new Thing("a"))).isFalse();
        assertThat(pile.remove(null)).isFalse();

        assertThat(told).isEmpty();
        assertThat(pile.elements()).containsExactly(a);
    }

    @Test
    @Tag("A-25")
    void tellsOfAnElementThatItsMethodsSayStays() {
        pile.touch(a);

        assertThat(told).containsExactly("=a");
    }

    @Test
    void tellsOfAnElementThatIsRemovedWhileItIsWalkedThrough() {
        Iterator<Thing> all = pile.iterator();
        all.next();

        all.remove();

        assertThat(told).containsExactly("-a");
        assertThat(pile.elements()).isEmpty();
        assertThatThrownBy(all::remove).hasMessage("remove() without next()");
    }

    @Test
    void tellsNobodyWhileItBelongsToNobody() {
        Pile free = new Pile();

        assertThat(free.isUnowned()).isTrue();
        assertThat(free.add(a)).isTrue();
        free.touch(a);
        assertThat(free.remove(a)).isTrue();

        assertThat(told).isEmpty();
        assertThat(pile.isUnowned()).isFalse();
    }

    // ---- for the engine ----

    @Test
    void countsAnElementByIdentity() {
        pile.addQuietly(a);

        assertThat(pile.count(a)).isEqualTo(2);
        assertThat(pile.count(new Thing("a"))).isZero();
    }

    @Test
    void discardsAnElementOnlyIfItIsThere() {
        pile.discard(new Thing("a"), null);
        assertThat(told).isEmpty();

        pile.discard(a, null);
        assertThat(told).containsExactly("-a");
        assertThat(pile.elements()).isEmpty();
    }

    @Test
    void takesAndLosesElementsQuietly() {
        Thing b = new Thing("b");
        pile.addQuietly(b);
        pile.removeQuietly(a);
        pile.removeQuietly(new Thing("b"));

        assertThat(pile.elements()).containsExactly(b);
        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfEachElementWhenAllAreTakenOut() {
        pile.clearWithEvents();

        assertThat(told).containsExactly("-a");
        assertThat(pile.elements()).isEmpty();
    }
}
