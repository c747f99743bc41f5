package dev.grapnel.testkit.session;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;

/** One hierarchy over joined tables, and one in a single table. */
final class Staff {
    static final Class<?>[] ALL = {
        Person.class, Engineer.class, Lead.class, Vehicle.class, Car.class, Truck.class,
    };

    private Staff() {}

    @Entity
    @Table(name = "person")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Person {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        Person(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "engineer")
    static class Engineer extends Person {
        String language;

        Engineer(String name, String language) {
            super(name);
            this.language = language;
        }
    }

    @Entity
    @Table(name = "lead_engineer")
    static class Lead extends Engineer {
        Integer team;

        Lead(String name, String language, int team) {
            super(name, language);
            this.team = team;
        }
    }

    @Entity
    @Table(name = "vehicle")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class Vehicle {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String plate;

        Vehicle(String plate) {
            this.plate = plate;
        }
    }

    @Entity
    static class Car extends Vehicle {
        Integer seats;

        Car(String plate, int seats) {
            super(plate);
            this.seats = seats;
        }
    }

    @Entity
    static class Truck extends Vehicle {
        Integer tons;

        Truck(String plate, int tons) {
            super(plate);
            this.tons = tons;
        }
    }
}
