package dev.grapnel.mongo.embedded;

import dev.grapnel.mongo.annotation.DocumentField;
import dev.grapnel.mongo.annotation.StoredIn;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents with objects in them. */
final class People {
    private People() {}

    @Entity
    @StoredIn("people")
    static class Person {
        @Id
        @Nullable Integer id;

        @Nullable Address home;

        List<Address> stops = new ArrayList<>();
        Map<String, Address> others = new LinkedHashMap<>();

        @Nullable Place place;

        @Nullable Shape shape;

        @Nullable Branch tree;

        Person() {}

        Person(int id) {
            this.id = id;
        }
    }

    /** What addresses have in common. */
    @jakarta.persistence.MappedSuperclass
    static class Located {
        @DocumentField(indexed = true)
        @Nullable String country;
    }

    /** An object that can be changed. */
    @Embeddable
    static class Address extends Located {
        @Nullable String street;

        @DocumentField(name = "town", required = true)
        @Nullable String city;

        int floor;
        List<String> lines = new ArrayList<>();

        @Nullable Place place;

        @Transient
        @Nullable Object ignored;

        Address(String city) {
            this.city = city;
        }
    }

    /** A value. */
    @Embeddable
    record Place(
            @DocumentField(name = "x") int east,
            int north,
            @Nullable List<String> names) {
        Place {
            if (east < 0) {
                throw new IllegalArgumentException("no place so far west");
            }
        }

        Place(int east, int north) {
            this(east, north, null);
        }
    }

    /** A value of one of several classes. */
    @DiscriminatorColumn(name = "kind")
    sealed interface Shape permits Circle, Square {}

    /** A value. */
    @Embeddable
    @DiscriminatorValue("round")
    record Circle(int radius) implements Shape {}

    /** An object that can be changed. */
    @Embeddable
    static final class Square implements Shape {
        int side;
    }

    /** Is a part of itself. */
    @Embeddable
    static class Branch {
        @Nullable String name;

        List<Branch> branches = new ArrayList<>();

        Branch(String name) {
            this.name = name;
        }
    }
}
