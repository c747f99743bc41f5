package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.testkit.session.Patients.Nurse;
import dev.grapnel.testkit.session.Patients.Ward;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Classes with their annotations at getters. */
@EveryDatabase
@DisplayName("Annotations at getters on")
class PropertyAccessTest extends DatabaseTest {
    private static final ColumnAttribute<Ward, String> NAME = ColumnAttribute.of(Ward.class, "name", String.class);

    PropertyAccessTest() {
        super(Patients.ALL);
    }

    private static Ward ward(String name) {
        Ward ward = new Ward();
        ward.setName(name);
        ward.floor(3);
        ward.getSize().setBeds(12);
        ward.getSize().setRooms(5);
        ward.setSeen(9);
        Nurse nurse = new Nurse();
        nurse.shift = "night";
        nurse.ward = ward;
        return ward;
    }

    @Test
    void nameColumnsOfTheFieldsBehindThem() {
        elsewhere(s -> s.add(ward("east")));

        assertThat(direct().fetchOne("select title, floor_number, bed_count, rooms from \"Ward\"")
                        .intoList())
                .containsExactly("east", 3, 12, 5);
    }

    @Test
    void leaveOutWhatIsTransientOrHasNoField() {
        assertThat(registry.mapper(Ward.class).columns())
                .extracting(column -> column.column().name())
                .containsExactlyInAnyOrder("id", "title", "floor_number", "bed_count", "rooms");
    }

    @Test
    void areReadBackIntoTheFields() {
        elsewhere(s -> s.add(ward("east")));

        Ward east = session.query(Ward.class).list().get(0);

        assertThat(east.getName()).isEqualTo("east");
        assertThat(east.floor()).isEqualTo(3);
        assertThat(east.getSize().getBeds()).isEqualTo(12);
        assertThat(east.getSeen()).isZero();
        assertThat(east.getShortName()).isEqualTo("e");
    }

    @Test
    void watchWhatSettersWrite() {
        List<Object> seen = new ArrayList<>();
        Ward east = ward("east");
        session.add(east);
        session.commit();

        try (Subscription unused = Events.on(NAME).onSet(event -> seen.add(event.oldValue()))) {
            east.getName();
            east.setName("west");
        }
        session.commit();

        assertThat(seen).containsExactly("east");
        assertThat(direct().fetchValue("select title from \"Ward\"")).isEqualTo("west");
    }

    @Test
    void holdCollections() {
        elsewhere(s -> {
            Ward ward = ward("east");
            s.add(ward);
            Nurse nurse = new Nurse();
            nurse.ward = ward;
            s.add(nurse);
        });

        assertThat(session.query(Ward.class).list().get(0).getNurses()).hasSize(1);
        assertThat(rows("\"Nurse\" where ward_of_nurse is not null")).isOne();
    }
}
