package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.InstrumentationEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Subscription;
import dev.grapnel.testkit.session.Staff.Car;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Lead;
import dev.grapnel.testkit.session.Staff.Person;
import dev.grapnel.testkit.session.Staff.Vehicle;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attributes that join a class after it was mapped, configured and used. */
@EveryDatabase
@DisplayName("An attribute added later on")
class LateAttributeTest extends DatabaseTest {
    private final List<Object> seen = new ArrayList<>();

    LateAttributeTest() {
        super(Staff.ALL);
    }

    private void add(Class<?> type, String table, String name) {
        direct().execute("alter table " + table + " add column " + name + " varchar(40)");
        registry.addAttribute(type, name, String.class);
    }

    private static void set(Object object, String name, String value) {
        Instance.of(object).set(name, value);
    }

    private static Object get(Object object, String name) {
        return Instance.of(object).get(name);
    }

    @Test
    @Tag("N-5")
    void isToldAtOnceForItsClassAndItsSubclasses() {
        registry.configure();
        try (Subscription unused = InstrumentationEvents.on(Person.class)
                .attributeInstrument(e -> seen.add(e.type().getSimpleName() + '.' + e.key()))) {
            registry.addAttribute(Person.class, "nickname", String.class);
        }

        assertThat(seen).containsExactly("Person.nickname", "Engineer.nickname", "Lead.nickname");
    }

    @Test
    @Tag("N-5")
    void isToldWithTheOthersIfTheMapperIsNotConfigured() {
        registry.dispose();
        registry = dev.grapnel.sql.Registry.of(Staff.ALL);
        try (Subscription unused =
                InstrumentationEvents.on(Vehicle.class).onlyThisClass().attributeInstrument(e -> seen.add(e.key()))) {
            registry.addAttribute(Vehicle.class, "colour", String.class);
            assertThat(seen).isEmpty();

            registry.configure();
            assertThat(seen).contains("plate", "colour");
        }
    }

    @Test
    @Tag("N-9")
    void isInstalledOnTheManagersOfSubclasses() {
        registry.addAttribute(Person.class, "nickname", String.class);

        assertThat(registry.mapper(Lead.class).manager().attributeNames()).contains("nickname");
        assertThat(registry.mapper(Lead.class).manager().localTrackers())
                .extracting(attribute -> attribute.name())
                .doesNotContain("nickname");
    }

    @Test
    @Tag("N-9")
    void leavesASubclassItsOwnOfThatName() {
        Object own = registry.mapper(Engineer.class).manager().tracker("language");

        registry.addAttribute(Person.class, "language", String.class);

        assertThat(registry.mapper(Engineer.class).manager().tracker("language"))
                .isSameAs(own);
        assertThat(registry.mapper(Person.class).manager().attributeNames()).contains("language");
    }

    @Test
    void isInsertedUpdatedAndLoaded() {
        add(Person.class, "person", "nickname");
        Engineer ed = new Engineer("edward", "java");
        set(ed, "nickname", "ed");
        session.add(ed);
        session.commit();
        set(ed, "nickname", "eddie");
        session.commit();

        assertThat(direct().fetchValue("select nickname from person")).isEqualTo("eddie");
        assertThat(get(ed, "nickname")).isEqualTo("eddie");
        session.expungeAll();
        assertThat(get(session.query(Person.class).one(), "nickname")).isEqualTo("eddie");
    }

    @Test
    void isLoadedForObjectsThatWereThereBefore() {
        Car car = new Car("A 1", 4);
        session.add(car);
        session.commit();
        assertThat(car.plate).isEqualTo("A 1");
        add(Vehicle.class, "vehicle", "colour");
        direct().execute("update vehicle set colour = 'red'");

        assertThat(get(car, "colour")).isEqualTo("red");
    }

    @Test
    void isThereWithTheRestOfAnExpiredObject() {
        Car car = new Car("A 1", 4);
        session.add(car);
        add(Vehicle.class, "vehicle", "colour");
        session.commit();
        direct().execute("update vehicle set colour = 'red'");
        statements.clear();

        assertThat(car.plate).isEqualTo("A 1");

        assertThat(get(car, "colour")).isEqualTo("red");
        assertThat(statements.count()).isEqualTo(1);
    }

    @Test
    void keepsItsHistoryOnObjectsThatWereThereBefore() {
        Car car = new Car("A 1", 4);
        car.plate = "B 2";
        add(Vehicle.class, "vehicle", "colour");

        set(car, "colour", "red");

        assertThat(Instance.of(car).history("colour").added()).containsExactly("red");
        session.add(car);
        session.flush();
        assertThat(direct().fetchValue("select colour from vehicle")).isEqualTo("red");
    }

    @Test
    void isQueriedByItsColumn() {
        add(Vehicle.class, "vehicle", "colour");
        Car car = new Car("A 1", 4);
        set(car, "colour", "red");
        session.addAll(List.of(car, new Car("B 2", 2)));

        assertThat(session.query(Vehicle.class)
                        .where(DSL.field("colour", String.class).eq("red"))
                        .list())
                .containsExactly(car);
    }

    @Test
    void firesItsEvents() {
        add(Vehicle.class, "vehicle", "colour");
        registry.mapper(Car.class).manager().tracker("colour").events().onSet(e -> seen.add(e.value()));

        set(new Car("A 1", 4), "colour", "red");

        assertThat(seen).containsExactly("red");
    }

    @Test
    void needsANameThatIsFree() {
        assertThatThrownBy(() -> registry.addAttribute(Person.class, "name", String.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(
                        "'name' to class " + Person.class.getName() + ": it has an attribute of that name");
        assertThatThrownBy(() -> registry.addAttribute(Vehicle.class, "seats", Integer.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("its table 'vehicle' has a column of that name");
    }

    @Test
    void ofATypeThatNoColumnHoldsLeavesNothingBehind() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> registry.addAttribute(Vehicle.class, "shape", Thread.class))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining(
                            "'shape' of table 'vehicle': no column type is known for values of java.lang.Thread");
        }

        assertThat(registry.mapper(Car.class).manager().attributeNames()).doesNotContain("shape");
        registry.addAttribute(Vehicle.class, "shape", String.class);
        assertThat(registry.mapper(Car.class).manager().attributeNames()).contains("shape");
    }

    @Test
    void needsANameThatIsNotReserved() {
        for (String name : List.of("", "$grapnel$state")) {
            assertThatThrownBy(() -> registry.addAttribute(Vehicle.class, name, String.class))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("Cannot add attribute '" + name + "' to class " + Vehicle.class.getName()
                            + ": the name is empty or begins as those of the members that enhancement adds.");
        }
        assertThat(registry.mapper(Vehicle.class).table().find("$grapnel$state"))
                .isNull();
    }

    @Test
    void subclassThatIsMappedLaterHasWhatItsSuperclassHas() {
        session.close();
        registry.dispose();
        registry = dev.grapnel.sql.Registry.of(Person.class);
        session = dev.grapnel.sql.SessionFactory.of(engine, registry).open();
        session.add(new Person("ed"));
        session.flush();
        registry.map(Engineer.class);

        session.add(new Engineer("al", "java"));
        session.commit();
        session.expungeAll();

        assertThat(session.query(Person.class).list()).hasSize(2).hasAtLeastOneElementOfType(Engineer.class);
    }
}
