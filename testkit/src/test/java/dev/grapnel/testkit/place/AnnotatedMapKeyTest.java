package dev.grapnel.testkit.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.Registry;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A map whose keys an annotation keeps on")
class AnnotatedMapKeyTest extends MapKeyContract {
    @Override
    protected Registry map() {
        return Registry.of(House.class, Room.class, Lamp.class, Person.class, Floor.class);
    }

    // ---- programs write both sides ----

    private static void moveIn(House house, String door, String name) {
        Room room = new Room(name);
        room.house = house;
        house.rooms.put(door, room);
    }

    @Test
    void takesAMemberThatNamedItsOwnerBefore() {
        given();

        change(house -> {
            house.rooms.size();
            moveIn(house, "c", "loft");
            assertThat(text(house.rooms)).containsEntry("c", "loft").hasSize(3);
        });

        then(house -> assertThat(text(house.rooms)).isEqualTo(Map.of("a", "hall", "b", "bath", "c", "loft")));
    }

    @Test
    void takesAMemberThatNamedItsOwnerBeforeTheMapWasLoaded() {
        given();

        change(house -> moveIn(house, "c", "loft"));

        then(house -> assertThat(text(house.rooms)).isEqualTo(Map.of("a", "hall", "b", "bath", "c", "loft")));
    }

    @Test
    void takesAMemberOfANewOwner() {
        Integer made = inSession(session -> {
            House house = new House();
            session.add(house);
            moveIn(house, "a", "loft");
            session.flush();
            return house.id;
        });

        Map<String, String> stored = inSession(session -> text(session.get(House.class, made).rooms));
        assertThat(stored).isEqualTo(Map.of("a", "loft"));
    }

    @Test
    void forgetsAMemberThatNamesItsOwnerNoLonger() {
        given();

        inSession(session -> {
            House house = load(session);
            house.rooms.size();
            Room room = new Room("loft");
            session.add(room);
            room.house = house;
            room.house = null;
            return null;
        });

        then(house -> assertThat(house.rooms).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("A-26")
    void letsGoOfAMemberWithoutKeyWhenAnotherMapIsAssigned(boolean inMemory) {
        given();

        inSession(session -> {
            House house = load(session);
            if (inMemory) {
                house.rooms.size();
            }
            Room room = new Room("loft");
            session.add(room);
            room.house = house;
            house.rooms = new TreeMap<>(Map.of("d", new Room("den")));
            assertThat(room.house).isNull();
            return null;
        });

        then(house -> assertThat(text(house.rooms)).isEqualTo(Map.of("d", "den")));
    }

    @Test
    @Tag("A-26")
    void keepsAMemberThatGetsItsKeyInAnotherMap() {
        given();

        change(house -> {
            Room room = new Room("loft");
            room.house = house;
            house.rooms = new TreeMap<>(Map.of("c", room));
            assertThat(room.house).isSameAs(house);
        });

        then(house -> assertThat(text(house.rooms)).isEqualTo(Map.of("c", "loft")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesAMemberThatIsUnderNoKeyAtTheFlush(boolean inMemory) {
        given();

        inSession(session -> {
            House house = load(session);
            if (inMemory) {
                house.rooms.size();
            }
            Room room = new Room("loft");
            room.house = house;
            session.add(room);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining(
                            "Cannot write the members of House.rooms of House[1]: Room (without key) refers to it,"
                                    + " and is in the map under no key. Put it into the map under its key, or let it refer to nothing.");
            session.rollback();
            return null;
        });
    }
}
