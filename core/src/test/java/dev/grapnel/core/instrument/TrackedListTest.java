package dev.grapnel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A tracked list")
class TrackedListTest {
    private final List<String> told = new ArrayList<>();
    private ClassManager manager;
    private ClassManager coins;
    private TrackedList<Thing> list;
    private Coin first;
    private Coin twin;
    private Coin other;
    private Thing owner;

    @BeforeEach
    void manage() {
        manager = Thing.manage();
        coins = Coin.manage(manager);
        owner = new Thing("owner");
        list = list(owner);
        first = new Coin("penny");
        twin = new Coin("penny");
        other = new Coin("dime");
        AttributeEvents<Object, Object> events = manager.tracker("list").events();
        events.onAppend(e -> told.add("+" + e.value() + e.key()));
        events.onRemove(e -> told.add("-" + e.value() + e.key()));
    }

    @AfterEach
    void release() {
        coins.release();
        manager.release();
    }

    @SuppressWarnings("unchecked") // what a managed field of this type holds
    private static TrackedList<Thing> list(Thing owner) {
        return (TrackedList<Thing>) owner.list;
    }

    private void fill(Thing... things) {
        list.addAll(List.of(things));
        told.clear();
    }

    // ---- asking ----

    @Test
    void findsElementsByEquality() {
        fill(other, first);

        assertThat(list.contains(twin)).isTrue();
        assertThat(list.contains(new Coin("cent"))).isFalse();
        assertThat(list.indexOf(twin)).isEqualTo(1);
        assertThat(list.indexOf(new Coin("cent"))).isEqualTo(-1);
    }

    @Test
    void countsElementsByIdentity() {
        fill(first, twin, first);

        assertThat(list.count(first)).isEqualTo(2);
        assertThat(list.count(twin)).isEqualTo(1);
        assertThat(list.count(other)).isZero();
    }

    // ---- removing ----

    @Test
    @Tag("A-23")
    void takesOutTheFirstEqualElementAndTellsWhichItWas() {
        fill(first, other);

        assertThat(list.remove(twin)).isTrue();

        assertThat(list.elements()).containsExactly(other);
        assertThat(told).hasSize(1);
    }

    @Test
    @Tag("A-23")
    void tellsOfTheRemovalOfAnElementThatIsNotThere() {
        fill(first);

        assertThat(list.remove(other)).isFalse();

        assertThat(told).singleElement().asString().startsWith("-dime");
        assertThat(list).hasSize(1);
    }

    @Test
    void takesOutTheElementItToldOfThoughAListenerMovedIt() {
        fill(first, twin);
        manager.tracker("list").events().onRemove(e -> {
            if (list.size() == 2) {
                list.add(0, other);
            }
        });

        assertThat(list.remove(0)).isSameAs(first);

        assertThat(list.elements()).hasSize(2).element(1).isSameAs(twin);
        assertThat(list.elements().get(0)).isSameAs(other);
    }

    @Test
    void removesNothingMoreIfAListenerHasTakenTheElementOut() {
        fill(first);
        manager.tracker("list").events().onRemove(e -> list.removeQuietly(first));

        assertThat(list.remove(0)).isSameAs(first);

        assertThat(list).isEmpty();
    }

    @Test
    @Tag("A-22")
    void givesTheElementThatItTakesFromItsEnd() {
        fill(other, first);

        assertThat(list.removeLast()).isSameAs(first);

        assertThat(told).containsExactly("-penny1");
        assertThat(list.elements()).containsExactly(other);
    }

    @Test
    void hasNothingToTakeFromItsEndWhileItIsEmpty() {
        assertThatThrownBy(list::removeLast)
                .isExactlyInstanceOf(NoSuchElementException.class)
                .hasMessageStartingWith("Cannot take the last element of ")
                .hasMessageEndingWith(": the list is empty.");
    }

    // ---- places ----

    @Test
    void refusesAPlaceThatIsNotThereBeforeAnybodyIsTold() {
        fill(first);

        assertThatThrownBy(() -> list.add(2, other)).hasMessage("index 2, size 1");
        assertThatThrownBy(() -> list.add(-1, other)).hasMessage("index -1, size 1");
        assertThat(told).isEmpty();
    }

    @Test
    void takesAnElementAtItsEndsByTheirPlaces() {
        fill(first);

        list.add(1, other);
        list.add(0, twin);

        assertThat(told).containsExactly("+dime1", "+penny0");
        assertThat(list.elements().get(0)).isSameAs(twin);
        assertThat(list.elements().get(2)).isSameAs(other);
    }

    // ---- for the engine ----

    @Test
    void losesTheVeryElementQuietly() {
        fill(first, twin);

        list.removeQuietly(twin);
        list.removeQuietly(other);
        assertThat(list.elements()).hasSize(1).element(0).isSameAs(first);

        list.removeQuietly(first);
        assertThat(list).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void discardsAnEqualElementIfTheVeryOneIsGone() {
        fill(first);

        list.discard(twin, null);

        assertThat(list).isEmpty();
    }

    // ---- parts ----

    @Test
    void hasPartsThatAreViewsOfIt() {
        fill(first, other, twin);
        List<Thing> part = list.subList(1, 3);

        assertThat(part.get(0)).isSameAs(other);
        assertThat(part.set(0, twin)).isSameAs(other);
        assertThat(list.get(1)).isSameAs(twin);
        assertThat(part.remove(1)).isSameAs(twin);
        assertThat(part.addAll(List.of(other))).isTrue();
        assertThat(part.addAll(List.of())).isFalse();
        assertThat(part.addAll(0, List.of(other))).isTrue();
        assertThat(part.addAll(0, List.of())).isFalse();
        assertThat(list).extracting(each -> each.name).containsExactly("penny", "dime", "penny", "dime");
    }

    @Test
    void hasPartsThatAreWalkedThrough() {
        fill(first, other, twin);
        List<Thing> part = list.subList(1, 3);

        assertThat(part.iterator().next()).isSameAs(other);
        assertThat(part.listIterator(1).next()).isSameAs(twin);
    }

    @Test
    void sortsAPartOfAPartAlone() {
        fill(other, first, new Coin("cent"), new Coin("bit"));

        list.subList(1, 4).subList(1, 3).sort(null);

        assertThat(list).extracting(each -> each.name).containsExactly("dime", "penny", "bit", "cent");
        assertThat(told).isEmpty();
    }

    @Test
    void replacesElementsOfAPart() {
        fill(first, first);

        list.subList(1, 2).replaceAll(each -> other);

        assertThat(list.elements()).containsExactly(first, other);
        assertThat(told).containsExactly("-penny1", "+dime1");
    }
}
