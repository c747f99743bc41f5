package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.testkit.session.Museum.Piece;
import dev.grapnel.testkit.session.Museum.Room;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The methods that collections have since Java 21; called by name, since the tests are compiled for an older one. */
@EnabledForJreRange(min = JRE.JAVA_21)
@DisplayName("On Java 21 and newer")
class SequencedCollectionTest extends MappedTest {
    private Room room;
    private Piece ax;
    private Piece bow;
    private Piece cup;

    SequencedCollectionTest() {
        super(Museum.ALL);
    }

    @BeforeEach
    void make() {
        room = new Room();
        ax = new Piece("ax");
        bow = new Piece("bow");
        cup = new Piece("cup");
        Collections.addAll(room.list, ax, bow);
        Collections.addAll(room.descending, ax, bow);
        room.descendingMap.put("ax", ax);
        room.descendingMap.put("bow", bow);
        trace.of(Room.class, "list").of(Room.class, "descending").of(Room.class, "descendingMap");
    }

    private static Object call(Class<?> type, Object collection, String method) throws Exception {
        return type.getMethod(method).invoke(collection);
    }

    private static void call(Object list, String method, Piece piece) throws Exception {
        List.class.getMethod(method, Object.class).invoke(list, piece);
    }

    @Test
    @Tag("A-23")
    void addFirstAndAddLastFireAppend() throws Exception {
        call(room.list, "addFirst", cup);
        call(room.list, "addLast", cup);

        trace.assertLines("room.list append cup", "room.list append cup");
        assertThat(room.list).containsExactly(cup, ax, bow, cup);
    }

    @Test
    @Tag("A-23")
    void removeFirstAndRemoveLastFireRemove() throws Exception {
        assertThat(call(List.class, room.list, "removeFirst")).isSameAs(ax);
        assertThat(call(List.class, room.list, "removeLast")).isSameAs(bow);

        trace.assertLines("room.list remove ax", "room.list remove bow");
    }

    @Test
    @Tag("A-23")
    @SuppressWarnings("unchecked") // a list of pieces reversed
    void reversedListReportsWhatChangesThroughIt() throws Exception {
        List<Piece> reversed = (List<Piece>) call(List.class, room.list, "reversed");

        reversed.add(cup);
        reversed.remove(bow);
        reversed.set(0, cup);

        trace.assertLines(
                "room.list append cup", "room.list remove bow", "room.list remove ax", "room.list append cup");
        assertThat(room.list).containsExactly(cup, cup);
    }

    @Test
    @Tag("A-23")
    void sortingAReversedListFiresNothing() throws Exception {
        ((List<?>) call(List.class, room.list, "reversed")).sort(null);

        assertThat(room.list).containsExactly(bow, ax);
        assertThat(trace.lines()).isEmpty();
    }

    @Test
    @Tag("A-23")
    void sortedSetReportsRemovalsAtBothEndsAndThroughItsReverse() throws Exception {
        room.descending.add(cup);
        trace.clear();

        call(NavigableSet.class, room.descending, "removeFirst");
        call(NavigableSet.class, room.descending, "removeLast");
        ((NavigableSet<?>) call(NavigableSet.class, room.descending, "reversed")).clear();

        trace.assertLines("room.descending remove cup", "room.descending remove ax", "room.descending remove bow");
    }

    @Test
    @Tag("A-23")
    void sortedMapReportsRemovalsThroughItsReverse() throws Exception {
        ((NavigableMap<?, ?>) call(NavigableMap.class, room.descendingMap, "reversed")).pollFirstEntry();
        ((java.util.Collection<?>) call(NavigableMap.class, room.descendingMap, "sequencedValues")).clear();

        trace.assertLines("room.descendingMap remove ax", "room.descendingMap remove bow");
    }
}
