package dev.grapnel.testkit.place;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.mapping.builder.EntityMapping;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A map whose keys a program keeps on")
class BuiltMapKeyTest extends MapKeyContract {
    @Override
    protected Registry map() {
        return Registry.of(
                EntityMapping.of(House.class, m -> {
                    m.table("house");
                    m.id(House::getId).identity();
                    m.toMany(House::getRooms)
                            .mappedBy(Room::getHouse)
                            .keyColumn("door")
                            .cascade(CascadeType.SAVE_UPDATE, CascadeType.MERGE, CascadeType.DELETE_ORPHAN);
                    m.manyToMany(House::getPeople)
                            .table("house_person", "house", "person")
                            .keyColumn("role")
                            .keysByName();
                    m.toMany(House::getLamps).column("house_id").keyReference("floor_id");
                    m.manyToMany(House::getTenants)
                            .table("house_tenant", "house", "person")
                            .keyReference("floor");
                }),
                EntityMapping.of(Room.class, m -> {
                    m.table("room");
                    m.id(Room::getId).identity();
                    m.value(Room::getName).length(40);
                    m.toOne(Room::getHouse).column("house_id");
                }),
                EntityMapping.annotated(Lamp.class),
                EntityMapping.annotated(Person.class),
                EntityMapping.annotated(Floor.class));
    }

    @Test
    void refusesAMemberThatComesWithoutAKey() {
        given();

        inSession(session -> {
            House house = load(session);
            house.rooms.size();
            assertThatThrownBy(() -> new Room("loft").house = house)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining(
                            "the map keeps keys of its own, and none is known for it. Put it into the map under its key,"
                                    + " instead of setting the other side.");
            return null;
        });
    }
}
