package dev.grapnel.testkit.session;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A class with a key of two parts, and one with a version. */
final class Places {
    private Places() {}

    record CityKey(String country, String name) {}

    @Entity
    @Table(name = "city")
    @IdClass(CityKey.class)
    static class City {
        @Id
        String country;

        @Id
        String name;

        int people;

        City(String country, String name, int people) {
            this.country = country;
            this.name = name;
            this.people = people;
        }
    }

    @Entity
    @Table(name = "note")
    static class Note {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String text;

        @Version
        int version;

        Note(String text) {
            this.text = text;
        }
    }
}
