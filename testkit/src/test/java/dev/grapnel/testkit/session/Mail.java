package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.ActiveHistory;
import dev.grapnel.core.annotation.InsertDefault;
import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Letters lie in offices and bear stamps; the key of the office is an attribute of the letter too. */
final class Mail {
    static final Class<?>[] ALL = {Office.class, Letter.class, Stamp.class};

    private Mail() {}

    /** Its key is assigned by the program. */
    @Entity
    @Table(name = "office")
    static class Office {
        @Id
        String city;

        @OneToMany(mappedBy = "office", cascade = CascadeType.ALL)
        List<Letter> letters = new ArrayList<>();

        Office(String city) {
            this.city = city;
        }

        @Override
        public String toString() {
            return city;
        }
    }

    @Entity
    @Table(name = "letter")
    static class Letter {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Version
        int version;

        String subject;

        @Basic(fetch = FetchType.LAZY)
        String text;

        @ActiveHistory
        String status;

        @InsertDefault(Urgency.class)
        String urgency;

        int pages;

        /** Mapped twice: here and by the relationship. */
        @Column(name = "office_city")
        String officeCity;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "office_city")
        Office office;

        @Column(name = "origin_city")
        String originCity;

        /** Has no other side. */
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "origin_city")
        Office origin;

        @ActiveHistory
        @ManyToOne(fetch = FetchType.LAZY)
        Office destination;

        @OneToOne(mappedBy = "letter", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
        Stamp stamp;

        Letter(String subject) {
            this.subject = subject;
        }

        @Override
        public String toString() {
            return "letter";
        }
    }

    @Entity
    @Table(name = "stamp")
    static class Stamp {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        int cents;

        @OneToOne(fetch = FetchType.LAZY)
        Letter letter;

        Stamp(int cents) {
            this.cents = cents;
        }

        @Override
        public String toString() {
            return cents + " cents";
        }
    }

    /** How urgent a letter is of which nobody said so. */
    static final class Urgency implements Supplier<String> {
        @Override
        public String get() {
            return "normal";
        }
    }
}
