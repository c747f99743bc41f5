package dev.grapnel.testkit.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.FlushException;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.domain.ModelTest;
import dev.grapnel.testkit.place.House.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Maps whose keys are kept in columns of their own. */
abstract class MapKeyContract extends ModelTest {
    private Integer key;

    final void given() {
        key = inSession(session -> {
            House house = new House();
            Floor ground = new Floor("ground");
            Floor attic = new Floor("attic");
            session.addAll(List.of(house, ground, attic));
            house.rooms.put("b", new Room("bath"));
            house.rooms.put("a", new Room("hall"));
            house.people.put(Role.OWNER, new Person("ann"));
            house.people.put(Role.TENANT, new Person("bob"));
            house.lamps.put(ground, new Lamp("bright"));
            house.lamps.put(attic, new Lamp("dim"));
            house.tenants.put(ground, new Person("eve"));
            house.tenants.put(attic, new Person("joe"));
            session.flush();
            return house.id;
        });
        statements.clear();
    }

    final House load(Session session) {
        return session.get(House.class, key);
    }

    final void change(Consumer<House> change) {
        inSession(session -> {
            change.accept(load(session));
            session.flush();
            return null;
        });
    }

    final void then(Consumer<House> check) {
        change(check);
    }

    static Map<String, String> text(Map<?, ?> map) {
        Map<String, String> text = new TreeMap<>();
        map.forEach((key, member) -> text.put(String.valueOf(key), String.valueOf(member)));
        return text;
    }

    private static void assertAll(House house) {
        assertThat(text(house.rooms)).isEqualTo(Map.of("a", "hall", "b", "bath"));
        assertThat(text(house.people)).isEqualTo(Map.of("OWNER", "ann", "TENANT", "bob"));
        assertThat(text(house.lamps)).isEqualTo(Map.of("ground", "bright", "attic", "dim"));
        assertThat(text(house.tenants)).isEqualTo(Map.of("ground", "eve", "attic", "joe"));
    }

    private static Floor floor(Session session, String name) {
        return session.query(Floor.class).list().stream()
                .filter(floor -> floor.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<?> stored(String query) {
        return inSession(session ->
                session.connection().unwrap(DSLContext.class).fetch(query).getValues(0));
    }

    // ---- loading ----

    @ParameterizedTest
    @EnumSource(names = {"SELECT", "SELECTIN", "JOINED", "SUBQUERY", "IMMEDIATE"})
    void isLoadedWithItsKeysInEachWay(LoadStrategy strategy) {
        given();

        inSession(session -> {
            assertAll(session.query(House.class)
                    .options(LoadOptions.NONE
                            .load(strategy, "rooms")
                            .load(strategy, "people")
                            .load(strategy, "lamps")
                            .load(strategy, "tenants"))
                    .list()
                    .get(0));
            return null;
        });
    }

    @Test
    void keepsItsKeysInTheColumnsThatAreNamed() {
        given();

        assertThat(stored("select door from room order by door")).isEqualTo(List.of("a", "b"));
        assertThat(stored("select role from house_person order by role")).isEqualTo(List.of("OWNER", "TENANT"));
        assertThat(stored("select f.name from lamp l join floor f on f.id = l.floor_id order by f.name"))
                .isEqualTo(List.of("attic", "ground"));
        assertThat(stored("select f.name from house_tenant t join floor f on f.id = t.floor order by f.name"))
                .isEqualTo(List.of("attic", "ground"));
    }

    @Test
    void isRefreshedAsItIsStored() {
        given();

        inSession(session -> {
            House house = load(session);
            assertAll(house);
            house.rooms.put("c", house.rooms.remove("a"));
            house.people.put(Role.OWNER, house.people.remove(Role.TENANT));
            session.refresh(house);
            assertAll(house);
            return null;
        });
    }

    // ---- members that join, leave and move ----

    @Test
    void writesTheKeyOfAMemberThatMoves() {
        given();

        change(house -> {
            house.rooms.put("c", house.rooms.remove("a"));
            house.tenants.size();
        });
        inSession(session -> {
            House house = load(session);
            Person owner = house.people.get(Role.OWNER);
            house.people.put(Role.OWNER, house.people.get(Role.TENANT));
            house.people.put(Role.TENANT, owner);
            return null;
        });
        inSession(session -> {
            House house = load(session);
            Floor ground = floor(session, "ground");
            Floor cellar = new Floor("cellar");
            session.add(cellar);
            house.lamps.put(cellar, house.lamps.remove(ground));
            house.tenants.put(cellar, house.tenants.remove(ground));
            return null;
        });

        then(house -> {
            assertThat(text(house.rooms)).isEqualTo(Map.of("b", "bath", "c", "hall"));
            assertThat(text(house.people)).isEqualTo(Map.of("OWNER", "bob", "TENANT", "ann"));
            assertThat(text(house.lamps)).isEqualTo(Map.of("cellar", "bright", "attic", "dim"));
            assertThat(text(house.tenants)).isEqualTo(Map.of("cellar", "eve", "attic", "joe"));
        });
        assertThat(stored("select * from room")).hasSize(2);
    }

    @Test
    void tellsInAdvanceWhatItWrites() {
        given();

        inSession(session -> {
            House house = load(session);
            house.rooms.size();
            house.people.size();
            house.rooms.put("c", house.rooms.remove("a"));
            Person owner = house.people.get(Role.OWNER);
            house.people.put(Role.OWNER, house.people.get(Role.TENANT));
            house.people.put(Role.TENANT, owner);
            assertThat(session.explainFlush().rows())
                    .extracting(row -> row.kind() + " " + row.place() + row.columns())
                    .containsExactlyInAnyOrder(
                            "UPDATE room[door]", "UPDATE house_person[role]", "UPDATE house_person[role]");
            assertThat(session.explainFlush().rows())
                    .allSatisfy(row -> assertThat(row.reasons().toString()).contains("its place along House."));
            return null;
        });
    }

    @Test
    void forgetsAMemberThatLeaves() {
        given();

        inSession(session -> {
            House house = load(session);
            house.rooms.remove("a");
            house.people.remove(Role.OWNER);
            house.lamps.remove(floor(session, "attic"));
            house.tenants.clear();
            return null;
        });

        then(house -> {
            assertThat(text(house.rooms)).isEqualTo(Map.of("b", "bath"));
            assertThat(text(house.people)).isEqualTo(Map.of("TENANT", "bob"));
            assertThat(text(house.lamps)).isEqualTo(Map.of("ground", "bright"));
            assertThat(house.tenants).isEmpty();
        });
        assertThat(stored("select id from lamp where floor_id is null and house_id is null"))
                .hasSize(1);
        assertThat(stored("select * from room")).hasSize(1);
    }

    @Test
    void takesAWholeNewMap() {
        given();

        change(house -> {
            house.rooms = new TreeMap<>(Map.of("z", house.rooms.get("a"), "y", new Room("loft")));
            house.people = new HashMap<>(Map.of(Role.TENANT, house.people.get(Role.OWNER)));
        });

        then(house -> {
            assertThat(text(house.rooms)).isEqualTo(Map.of("z", "hall", "y", "loft"));
            assertThat(text(house.people)).isEqualTo(Map.of("TENANT", "ann"));
        });
    }

    @Test
    void isMergedWithTheKeysOfTheCopy() {
        given();
        House detached = inSession(session -> {
            House house = load(session);
            assertAll(house);
            session.expunge(house);
            return house;
        });
        detached.rooms.put("c", detached.rooms.remove("a"));
        detached.people.put(Role.OWNER, detached.people.remove(Role.TENANT));

        inSession(session -> session.merge(detached));

        then(house -> {
            assertThat(text(house.rooms)).isEqualTo(Map.of("c", "hall", "b", "bath"));
            assertThat(text(house.people)).isEqualTo(Map.of("OWNER", "bob"));
            assertThat(text(house.lamps)).isEqualTo(Map.of("ground", "bright", "attic", "dim"));
        });
    }

    @Test
    void leavesNothingBehindWhenItsOwnerIsDeleted() {
        given();

        inSession(session -> {
            session.delete(load(session));
            return null;
        });

        assertThat(stored("select * from room")).isEmpty();
        assertThat(stored("select * from house_person")).isEmpty();
        assertThat(stored("select * from house_tenant")).isEmpty();
        assertThat(stored("select id from lamp where floor_id is null")).hasSize(2);
    }

    // ---- what goes wrong ----

    @Test
    void refusesAKeyThatHasNoRow() {
        given();

        inSession(session -> {
            House house = load(session);
            house.tenants.put(new Floor("cellar"), new Person("ron"));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(FlushException.class)
                    .hasMessageContaining(
                            "its key in the map, Floor (without key), has no row. Add that object to the session");
            session.rollback();
            return null;
        });
    }
}
