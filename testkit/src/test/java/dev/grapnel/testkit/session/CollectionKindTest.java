package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.testkit.session.Museum.Piece;
import dev.grapnel.testkit.session.Museum.Room;
import dev.grapnel.testkit.session.Museum.Tour;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Collections of each kind, written and loaded again. */
@EveryDatabase
@DisplayName("A collection, on")
class CollectionKindTest extends DatabaseTest {
    private Room room;
    private Piece ax;
    private Piece bow;
    private Piece cup;

    CollectionKindTest() {
        super(Museum.ALL);
    }

    @BeforeEach
    void make() {
        room = new Room();
        ax = new Piece("ax");
        bow = new Piece("bow");
        cup = new Piece("cup");
        session.add(room);
    }

    private Room loadedAgain() {
        session.commit();
        session.expungeAll();
        return session.query(Room.class).list().get(0);
    }

    private static List<String> names(Iterable<?> pieces) {
        List<String> names = new java.util.ArrayList<>();
        pieces.forEach(piece -> names.add(piece.toString()));
        return names;
    }

    @Test
    void thatIsASortedSetIsLoadedInNaturalOrder() {
        room.sorted.addAll(List.of(cup, ax, bow));

        assertThat(names(loadedAgain().sorted)).containsExactly("ax", "bow", "cup");
    }

    @Test
    void thatIsANavigableSetIsLoadedInItsDeclaredOrder() {
        room.descending.addAll(List.of(ax, cup, bow));

        Room again = loadedAgain();

        assertThat(names(again.descending)).containsExactly("cup", "bow", "ax");
        assertThat(again.descending.first()).hasToString("cup");
    }

    @Test
    @Tag("A-25")
    void thatIsAMapIsKeyedByAnAttribute() {
        room.map.put("ax", ax);
        room.map.put("bow", bow);

        assertThat(loadedAgain().map).containsOnlyKeys("ax", "bow");
    }

    @Test
    @Tag("A-25")
    void thatIsASortedMapIsKeyedByAFunction() {
        room.initials.put("c", cup);
        room.initials.put("a", ax);

        assertThat(loadedAgain().initials).hasToString("{a=ax, c=cup}");
    }

    @Test
    @Tag("A-25")
    void thatIsANavigableMapHasItsKeysInDeclaredOrder() {
        room.descendingMap.put("ax", ax);
        room.descendingMap.put("cup", cup);

        assertThat(loadedAgain().descendingMap).hasToString("{cup=cup, ax=ax}");
    }

    @Test
    @Tag("A-25")
    void ofAClassOfTheApplicationIsWrittenAndLoaded() {
        room.tour.add(ax);
        room.tour.add(bow);

        Room again = loadedAgain();

        assertThat(again.tour).isInstanceOf(Tour.class);
        assertThat(names(again.tour)).containsExactlyInAnyOrder("ax", "bow");
    }

    @Test
    @Tag("A-25")
    void ofAClassOfTheApplicationWritesWhatItsOwnMethodsAddAndRemove() {
        room.tour.add(ax);
        session.flush();

        room.tour.beginWith(cup);
        room.tour.skip(ax);

        assertThat(names(loadedAgain().tour)).containsExactly("cup");
        assertThat(rows("room_tour")).isEqualTo(1);
    }

    @Test
    @Tag("A-25")
    void ofEachKindIsReplacedAsAWhole() {
        room.sorted.add(ax);
        room.initials.put("a", ax);
        room.tour.add(ax);
        session.flush();
        Tour tour = new Tour();
        tour.add(bow);

        room.sorted = new TreeSet<>(List.of(bow));
        room.initials = new TreeMap<>(Map.of("other", bow));
        room.tour = tour;

        Room again = loadedAgain();
        assertThat(names(again.sorted)).containsExactly("bow");
        assertThat(again.initials).hasToString("{b=bow}");
        assertThat(names(again.tour)).containsExactly("bow");
    }

    @Test
    void thatIsEmptyFromAnInitialiserIsAdoptedSilently() {
        AttributeTrace trace = new AttributeTrace();
        for (String attribute : List.of("list", "set", "sorted", "map", "initials", "tour")) {
            trace.of(Room.class, attribute);
        }

        assertThat(new Room()).isNotNull();

        assertThat(trace.lines()).isEmpty();
    }

    @Test
    @Tag("I-26")
    void thatIsSortedSurvivesSerialisationWithItsOrder() throws Exception {
        session.expunge(room);
        room.descending.addAll(List.of(ax, cup));
        room.descendingMap.put("ax", ax);
        room.descendingMap.put("cup", cup);

        Room copy = Copies.serialised(room);
        copy.descending.add(new Piece("bow"));

        assertThat(names(copy.descending)).containsExactly("cup", "bow", "ax");
        assertThat(copy.descendingMap).hasToString("{cup=cup, ax=ax}");
    }
}
