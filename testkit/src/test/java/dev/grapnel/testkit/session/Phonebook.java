package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.SingleParent;
import dev.grapnel.core.annotation.Validates;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** People with telephones, whose classes validate what is written to them. */
final class Phonebook {
    static final Class<?>[] ALL = {Person.class, Friend.class, Phone.class, Circle.class, Meeting.class};

    /** What the validators were told, in order. */
    static final List<String> CALLS = new ArrayList<>();

    private Phonebook() {}

    @MappedSuperclass
    abstract static class Named {
        String name;

        @Validates("name")
        private String stripped(String name) {
            return name == null ? null : name.strip();
        }
    }

    @Entity
    @Table(name = "person")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class Person extends Named {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String city;
        String country;
        String note;
        int rank;

        @OneToMany(mappedBy = "person", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Phone> phones = new ArrayList<>();

        @ManyToMany(cascade = CascadeType.PERSIST)
        @JoinTable(name = "person_circle")
        List<Circle> circles = new ArrayList<>();

        @Validates({"city", "country"})
        String place(String attribute, String value) {
            CALLS.add(attribute + " = " + value);
            return value;
        }

        @Validates("rank")
        void notNegative(int rank) {
            if (rank < 0) {
                throw new IllegalArgumentException("rank " + rank + " is negative");
            }
        }

        @Validates(value = "note", includeRemoves = true)
        String note(String note, boolean removing) {
            CALLS.add((removing ? "without " : "with ") + note);
            return note;
        }

        @Validates(value = "phones", includeRemoves = true)
        Phone phone(String attribute, Phone phone, boolean removing) {
            CALLS.add((removing ? "- " : "+ ") + phone.number);
            return phone.number.isEmpty() ? new Phone("none") : phone;
        }
    }

    /** Validates what it inherits, beside what is validated there. */
    @Entity
    static class Friend extends Person {
        String nickname;

        @Override
        String place(String attribute, String value) {
            return super.place(attribute, value) + "!";
        }

        @Validates("nickname")
        void check(String nickname) {
            CALLS.add("nickname " + nickname);
        }
    }

    /** Not among {@link #ALL}. */
    @Entity
    static class Colleague extends Person {}

    @Entity
    @Table(name = "phone")
    static class Phone {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String number;

        @ManyToOne(fetch = FetchType.LAZY)
        Person person;

        Phone(String number) {
            this.number = number;
        }

        @Validates("person")
        Person owner(Person person) {
            CALLS.add(number + " of " + (person == null ? null : person.name));
            return person;
        }
    }

    @Embeddable
    static class Place {
        String town;

        Place(String town) {
            this.town = town;
        }
    }

    @Entity
    @Table(name = "meeting")
    static class Meeting {
        @Id
        Integer id;

        Place place;

        @ElementCollection
        @CollectionTable(name = "meeting_subject")
        List<String> subjects = new ArrayList<>();

        @Validates("subjects")
        String strippedSubject(String subject) {
            return subject.strip();
        }

        @Validates("place")
        Place somewhere(Place place) {
            CALLS.add("place " + (place == null ? null : place.town));
            return place;
        }

        @Validates(value = "place.town", includeBackrefs = false)
        String town(String town) {
            CALLS.add("town " + town);
            return town == null ? null : town.strip();
        }
    }

    @Entity
    @Table(name = "circle")
    static class Circle {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToMany(mappedBy = "circles")
        List<Person> members = new ArrayList<>();

        @ManyToMany(cascade = CascadeType.PERSIST)
        @SingleParent
        @JoinTable(name = "circle_guest")
        List<Person> guests = new ArrayList<>();

        @Validates(value = "members", includeBackrefs = false)
        void member(Person person) {
            CALLS.add("member " + person.name);
        }

        @Validates("guests")
        void guest(Person person) {
            CALLS.add("guest " + person.name);
        }
    }
}
