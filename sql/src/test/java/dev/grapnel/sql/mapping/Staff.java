package dev.grapnel.sql.mapping;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Classes that inherit, in each of the ways there are. */
final class Staff {
    private Staff() {}

    static final Class<?>[] JOINED = {Manager.class, Engineer.class, Employee.class, Company.class};
    static final Class<?>[] SINGLE = {Vehicle.class, Car.class, Truck.class};

    @MappedSuperclass
    abstract static class Keyed<K> {
        @Id
        K id;

        @Version
        long version;
    }

    @Entity
    @Table(name = "companies")
    static class Company extends Keyed<Integer> {
        String name;

        @OneToMany(mappedBy = "company")
        List<Employee> employees = new ArrayList<>();
    }

    @Entity
    @Table(name = "employees")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "kind")
    @DiscriminatorValue("employee")
    static class Employee {
        @Id
        @GeneratedValue
        Integer id;

        /** The discriminator, readable. */
        String kind;

        String name;

        @ManyToOne
        Company company;
    }

    @Entity
    @Table(name = "engineers")
    @DiscriminatorValue("engineer")
    static class Engineer extends Employee {
        String language;

        @ManyToOne
        Manager boss;
    }

    @Entity
    @Table(name = "managers")
    @PrimaryKeyJoinColumn(name = "employee_id")
    static class Manager extends Employee {
        int grade;
    }

    @Entity
    @Table(name = "vehicles")
    @DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
    abstract static class Vehicle {
        @Id
        String plate;
    }

    @Entity
    @DiscriminatorValue("1")
    static class Car extends Vehicle {
        int doors;

        @ManyToOne
        Company company;
    }

    @Entity
    @DiscriminatorValue("2")
    static class Truck extends Vehicle {
        Integer payload;

        @ManyToOne
        Company company;
    }

    @Entity
    static class Fleet {
        @Id
        int id;

        @OneToMany
        @JoinColumn(name = "fleet_id")
        List<Vehicle> vehicles = new ArrayList<>();
    }
}
