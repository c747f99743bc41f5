package dev.grapnel.sql.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.Staff.Car;
import dev.grapnel.sql.mapping.Staff.Company;
import dev.grapnel.sql.mapping.Staff.Employee;
import dev.grapnel.sql.mapping.Staff.Engineer;
import dev.grapnel.sql.mapping.Staff.Fleet;
import dev.grapnel.sql.mapping.Staff.Manager;
import dev.grapnel.sql.mapping.Staff.Truck;
import dev.grapnel.sql.mapping.Staff.Vehicle;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ForeignKey;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Inheritance")
class InheritanceMappingTest extends MappingTest {

    @Test
    void mapsSuperclassesFirstAndOtherwiseInTheOrderGiven() {
        assertThat(map(Staff.JOINED).mappers())
                .extracting(Mapper::type)
                .isEqualTo(java.util.List.of(Employee.class, Manager.class, Engineer.class, Company.class));
    }

    @Test
    void joinedGivesEachLevelATableAndTheKeyAColumnInEach() {
        TableMapper engineers = map(Staff.JOINED).mapper(Engineer.class);

        assertThat(names(engineers.columns()))
                .containsExactly(
                        "id in employees.id",
                        "kind in employees.kind",
                        "name in employees.name",
                        "company#company_id in employees.company_id",
                        "id in engineers.id",
                        "language in engineers.language",
                        "boss#boss_employee_id in engineers.boss_employee_id");
        assertThat(engineers.tables()).extracting(Object::toString).containsExactly("employees", "engineers");
        assertThat(engineers.inheritance()).isEqualTo(InheritanceKind.JOINED);
        assertThat(engineers.columnOf("id", engineers.table())).hasToString("engineers.id");
        assertThat(Objects.requireNonNull(engineers.generatedKey()).column()).hasToString("employees.id");
        assertThat(engineers.columnOf("id", engineers.table())).matches(id -> !id.isGenerated() && id.isPrimaryKey());
    }

    @Test
    void joinedRefersFromEachTableToThatOfTheSuperclassAndFromOthersToTheOwnTable() {
        TableMapper engineers = map(Staff.JOINED).mapper(Engineer.class);

        assertThat(engineers.table().foreignKeys())
                .extracting(ForeignKey::columns, ForeignKey::targets)
                .map(Object::toString)
                .containsExactlyInAnyOrder(
                        "([engineers.id], [employees.id])", "([engineers.boss_employee_id], [managers.employee_id])");
        assertThat(pairs(engineers.join(engineers.relationship("boss")).pairs()))
                .containsExactly("engineers.boss_employee_id = managers.employee_id");
        assertThat(engineers.relationship("boss").keyPairs().get(0).source()).isEqualTo("id");
    }

    @Test
    void attributesOfASubclassHaveTrackersOfTheirOwn() {
        TableRegistry registry = map(Staff.JOINED);

        assertThat(registry.mapper(Engineer.class)
                        .column("name")
                        .tracker()
                        .manager()
                        .type())
                .isEqualTo(Engineer.class);
        assertThat(registry.mapper(Engineer.class)
                        .keyAttributes()
                        .get(0)
                        .manager()
                        .type())
                .isEqualTo(Engineer.class);
        assertThat(registry.mapper(Engineer.class).relationship("company"))
                .isSameAs(registry.mapper(Employee.class).relationship("company"));
    }

    @Test
    void relationshipsOfTheSuperclassAreJoinedThere() {
        TableMapper managers = map(Staff.JOINED).mapper(Manager.class);

        assertThat(pairs(managers.join(managers.relationship("company")).pairs()))
                .containsExactly("employees.company_id = companies.id");
    }

    @Test
    void theDiscriminatorIsTheFieldOfThatColumnIfThereIsOne() {
        TableRegistry registry = map(Staff.JOINED);
        TableMapper employees = registry.mapper(Employee.class);

        assertThat(Objects.requireNonNull(employees.discriminatorColumn()).attribute())
                .isEqualTo("kind");
        assertThat(employees.byDiscriminator("engineer")).isSameAs(registry.mapper(Engineer.class));
        assertThat(employees.byDiscriminator("Manager")).isSameAs(registry.mapper(Manager.class));
        assertThat(new Engineer().kind).isEqualTo("engineer");
        assertThat(new Employee().kind).isEqualTo("employee");
    }

    @Test
    void singleTableSharesOneTableAndLeavesColumnsOfSubclassesEmptyForOthers() {
        TableRegistry registry = map(Vehicle.class, Car.class, Truck.class, Company.class, Employee.class);
        TableMapper cars = registry.mapper(Car.class);
        TableMapper trucks = registry.mapper(Truck.class);

        assertThat(names(cars.columns()))
                .containsExactly(
                        "plate in vehicles.plate",
                        "class#DTYPE in vehicles.DTYPE",
                        "doors in vehicles.doors",
                        "company#company_id in vehicles.company_id");
        assertThat(cars.table()).isSameAs(trucks.table());
        assertThat(cars.column("doors").column().isNullable()).isTrue();
        assertThat(trucks.columnOf("company#company_id", trucks.table()))
                .isSameAs(cars.columnOf("company#company_id", cars.table()));
        assertThat(cars.inheritance()).isEqualTo(InheritanceKind.SINGLE);
        assertThat(columnNames(cars.table().columns()))
                .containsExactly("plate", "DTYPE", "doors", "company_id", "payload");
    }

    @Test
    void aDiscriminatorWithoutAFieldIsHiddenAndHasTheTypeSaid() {
        TableRegistry registry = map(Vehicle.class, Car.class, Truck.class, Company.class, Employee.class);
        TableMapper vehicles = registry.mapper(Vehicle.class);

        Column column = Objects.requireNonNull(vehicles.discriminatorColumn()).column();
        assertThat(column.javaType()).isEqualTo(Integer.class);
        assertThat(column.isNullable()).isFalse();
        assertThat(vehicles.isPolymorphic()).isTrue();
        assertThat(vehicles.discriminatorValue()).isNull();
        assertThat(vehicles.byDiscriminator(1)).isSameAs(registry.mapper(Car.class));
    }

    @Test
    void fieldsOfAMappedSuperclassBelongToTheEntityWithTheirTypesResolved() {
        TableMapper companies = map(Staff.JOINED).mapper(Company.class);

        assertThat(names(companies.columns()))
                .containsExactly("id in companies.id", "version in companies.version", "name in companies.name");
        assertThat(companies.column("id").property().javaType()).isEqualTo(Integer.class);
        assertThat(Objects.requireNonNull(companies.versionColumn()).attribute())
                .isEqualTo("version");
        assertThat(companies.inheritance()).isEqualTo(InheritanceKind.MAPPED_SUPERCLASS);
        assertThat(companies.isPolymorphic()).isFalse();
    }

    @Test
    void newObjectsHaveTheirDiscriminatorAlsoWithoutAField() {
        TableMapper cars = map(Vehicle.class, Car.class, Truck.class, Company.class, Employee.class)
                .mapper(Car.class);

        InstanceState state = ClassManager.requireState(new Car());

        assertThat(state.value(cars.manager().tracker("class#DTYPE").index())).isEqualTo(1);
    }

    @Test
    void subclassesThatAreThereGetTheColumnThatAnotherClassAsksForLater() {
        TableRegistry registry = map(Fleet.class, Vehicle.class, Car.class, Truck.class, Company.class, Employee.class);
        freeTheClasses();
        registry = map(Vehicle.class, Car.class, Truck.class, Fleet.class, Company.class, Employee.class);

        TableMapper cars = registry.mapper(Car.class);
        assertThat(cars.property("vehicles#fleet_id"))
                .isSameAs(registry.mapper(Vehicle.class).property("vehicles#fleet_id"));
        assertThat(cars.columnOf("vehicles#fleet_id", cars.table())).hasToString("vehicles.fleet_id");
    }
}
