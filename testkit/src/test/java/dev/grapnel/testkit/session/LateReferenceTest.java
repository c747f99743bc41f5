package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.InstrumentationEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Staff.Car;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Lead;
import dev.grapnel.testkit.session.Staff.Person;
import dev.grapnel.testkit.session.Staff.Vehicle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** References that join a class after it was mapped, configured and used: who drives a vehicle. */
@EveryDatabase
@DisplayName("A reference added later on")
class LateReferenceTest extends DatabaseTest {
    private final List<Object> seen = new ArrayList<>();

    LateReferenceTest() {
        super(Staff.ALL);
    }

    @BeforeEach
    void configure() {
        registry.configure();
    }

    private void addDriver() {
        direct().execute("alter table vehicle add column driver_id integer");
        session.commit();
        registry.addReference(Vehicle.class, "driver", Person.class);
    }

    private static void drive(Object vehicle, Object driver) {
        Instance.of(vehicle).set("driver", driver);
    }

    private static Object driver(Object vehicle) {
        return Instance.of(vehicle).get("driver");
    }

    private Car storedCar(Person driver) {
        Car car = new Car("A 1", 4);
        drive(car, driver);
        session.addAll(List.of(car, driver));
        session.commit();
        session.expungeAll();
        return session.query(Car.class).one();
    }

    @Test
    @Tag("N-5")
    void isToldAtOnceWithItsKeyForItsClassAndItsSubclasses() {
        try (Subscription unused = InstrumentationEvents.on(Vehicle.class)
                .attributeInstrument(e -> seen.add(e.type().getSimpleName() + '.' + e.key()))) {
            registry.addReference(Vehicle.class, "driver", Person.class);
        }

        assertThat(seen)
                .containsExactly(
                        "Vehicle.driver",
                        "Car.driver",
                        "Truck.driver",
                        "Vehicle.driver#driver_id",
                        "Car.driver#driver_id",
                        "Truck.driver#driver_id");
    }

    @Test
    void keyIsWrittenAfterTheRowItRefersTo() {
        addDriver();
        Person ed = new Engineer("ed", "java");
        Car car = new Car("A 1", 4);
        drive(car, ed);
        session.addAll(List.of(car, ed));
        session.flush();

        assertThat(direct().fetchValue("select driver_id from vehicle")).isEqualTo(ed.id);
    }

    @Test
    void isLoadedWhenItIsFirstRead() {
        addDriver();
        Car car = storedCar(new Engineer("ed", "java"));
        assertThat(Instance.of(car).unloaded()).containsExactly("driver");
        statements.clear();

        assertThat(driver(car))
                .isInstanceOfSatisfying(
                        Engineer.class, ed -> assertThat(ed.name).isEqualTo("ed"));
        assertThat(statements.count()).isEqualTo(1);
    }

    @Test
    void isLoadedInTheStatementOfItsOwnerIfSoWished() {
        addDriver();
        storedCar(new Person("ed"));
        session.expungeAll();
        statements.clear();

        Car car = session.query(Car.class)
                .options(LoadOptions.NONE.load(LoadStrategy.JOINED, "driver"))
                .one();

        assertThat(((Person) driver(car)).name).isEqualTo("ed");
        assertThat(statements.count()).isEqualTo(1);
    }

    @Test
    void changesAndClears() {
        addDriver();
        Car car = storedCar(new Person("ed"));
        Person al = new Person("al");
        drive(car, al);
        session.add(al);

        assertThat(Instance.of(car).history("driver").added()).containsExactly(al);
        session.commit();
        assertThat(direct().fetchValue("select driver_id from vehicle")).isEqualTo(al.id);

        drive(car, null);
        session.commit();
        assertThat(direct().fetchValue("select driver_id from vehicle")).isNull();
    }

    @Test
    void isLoadedForObjectsThatWereThereBefore() {
        Car car = new Car("A 1", 4);
        Person ed = new Person("ed");
        session.addAll(List.of(car, ed));
        session.commit();
        assertThat(car.plate + ed.name).isEqualTo("A 1ed");
        addDriver();
        direct().execute("update vehicle set driver_id = " + ed.id);

        assertThat(driver(car)).isSameAs(ed);
    }

    @Test
    void keepsItsHistoryOnObjectsThatWereThereBefore() {
        Car car = new Car("A 1", 4);
        car.plate = "B 2";
        addDriver();
        Person ed = new Person("ed");

        drive(car, ed);

        assertThat(Instance.of(car).history("driver").added()).containsExactly(ed);
        session.addAll(List.of(car, ed));
        session.flush();
        assertThat(direct().fetchValue("select driver_id from vehicle")).isEqualTo(ed.id);
    }

    @Test
    void firesItsEvents() {
        registry.addReference(Vehicle.class, "driver", Person.class);
        registry.mapper(Car.class).manager().tracker("driver").events().onSet(e -> seen.add(e.value()));
        Person ed = new Person("ed");

        drive(new Car("A 1", 4), ed);

        assertThat(seen).containsExactly(ed);
    }

    @Test
    @Tag("A-19")
    void takesObjectsOfItsTargetOnly() {
        registry.addReference(Vehicle.class, "driver", Engineer.class);

        assertThatThrownBy(() -> drive(new Car("A 1", 4), new Person("ed")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("it takes objects of " + Engineer.class.getName());
    }

    @Test
    void mayReferToItsOwnClassInAHierarchyOfSeveralTables() {
        direct().execute("alter table person add column boss_id integer");
        session.commit();
        registry.addReference(Person.class, "boss", Person.class);
        Lead lead = new Lead("ann", "java", 1);
        Engineer ed = new Engineer("ed", "java");
        Instance.of(ed).set("boss", lead);
        session.addAll(List.of(ed, lead));
        session.flush();
        Integer id = ed.id;
        session.commit();
        session.expungeAll();

        Engineer found = session.get(Engineer.class, id);

        assertThat(Instance.of(found).get("boss")).isInstanceOf(Lead.class);
    }

    @Test
    void isThereFromTheStartIfTheMapperIsNotConfigured() {
        session.close();
        registry.dispose();
        registry = Registry.of(Staff.ALL);
        registry.addReference(Vehicle.class, "driver", Person.class);
        Schema.of(registry).dropAll(engine);
        Schema.of(registry).createAll(engine);
        session = SessionFactory.of(engine, registry).open();

        Car car = storedCar(new Person("ed"));

        assertThat(((Person) driver(car)).name).isEqualTo("ed");
        assertThat(registry.mapper(Vehicle.class).table().foreignKeys()).hasSize(1);
    }

    @Test
    void isInheritedByASubclassThatIsMappedLater() {
        session.close();
        registry.dispose();
        registry = Registry.of(Vehicle.class, Person.class);
        session = SessionFactory.of(engine, registry).open();
        addDriver();
        registry.map(Car.class);

        Car car = storedCar(new Person("ed"));

        assertThat(((Person) driver(car)).name).isEqualTo("ed");
    }

    @Test
    void needsNamesThatAreFreeAndATargetThatIsMapped() {
        assertThatThrownBy(() -> registry.addReference(Vehicle.class, "seats", Person.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("'seats' to class " + Car.class.getName() + ": it has an attribute of that name");
        registry.addAttribute(Vehicle.class, "driver_id", Integer.class);
        assertThatThrownBy(() -> registry.addReference(Vehicle.class, "driver", Person.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("its table 'vehicle' has a column 'driver_id', which another attribute holds");
        assertThatThrownBy(() -> registry.addReference(Vehicle.class, "thread", Thread.class))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("Cannot add attribute 'thread' to class " + Vehicle.class.getName()
                        + ": it is to refer to objects of java.lang.Thread, which this registry does not map. Add that class to the"
                        + " registry first.");
        assertThat(registry.mapper(Car.class).manager().attributeNames()).doesNotContain("driver", "thread");
    }
}
