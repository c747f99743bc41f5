package dev.grapnel.testkit.session;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Classes whose keys come from everywhere but a column that counts. */
final class Keys {
    static final Class<?>[] SEQUENCES = {Purchase.class, Item.class, Parcel.class, Letter.class};
    static final Class<?>[] COUNTERS = {Ticket.class, Coupon.class, Shape.class, Circle.class, Square.class};
    static final Class<?>[] RANDOM = {Invoice.class, Receipt.class};
    static final Class<?>[] DERIVED = {Owner.class, Passport.class, Stamp.class};

    private Keys() {}

    @Entity
    @Table(name = "purchase")
    static class Purchase {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchases")
        @SequenceGenerator(
                name = "purchases",
                sequenceName = "purchase_numbers",
                initialValue = 100,
                allocationSize = 10)
        Long id;

        @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL)
        List<Item> items = new ArrayList<>();

        Purchase(int items) {
            for (int at = 0; at < items; at++) {
                this.items.add(new Item());
            }
        }
    }

    /** Its sequence is named after it. */
    @Entity
    @Table(name = "item")
    static class Item {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Integer id;

        @ManyToOne
        Purchase purchase;
    }

    @Entity
    @Table(name = "parcel")
    @Inheritance(strategy = InheritanceType.JOINED)
    @SequenceGenerator(name = "parcels", allocationSize = 1)
    static class Parcel {
        @Id
        @GeneratedValue(generator = "parcels")
        Integer id;
    }

    @Entity
    @Table(name = "letter")
    static class Letter extends Parcel {
        String text;
    }

    @Entity
    @Table(name = "invoice")
    static class Invoice {
        @Id
        @GeneratedValue
        UUID id;

        String text;
    }

    @Entity
    @Table(name = "receipt")
    static class Receipt {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        String id;
    }

    @Entity
    @Table(name = "owner")
    static class Owner {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @OneToOne(mappedBy = "owner", cascade = CascadeType.ALL)
        Passport passport;
    }

    /** Its key is the key of its owner. */
    @Entity
    @Table(name = "passport")
    static class Passport {
        @Id
        Integer id;

        String text;

        @OneToOne
        @MapsId
        Owner owner;

        @OneToMany(mappedBy = "passport", cascade = CascadeType.ALL)
        List<Stamp> stamps = new ArrayList<>();
    }

    record StampKey(Integer passportId, int page) {}

    /** A part of its key is the key of its passport, and so of the owner. */
    @Entity
    @Table(name = "stamp")
    @IdClass(StampKey.class)
    static class Stamp {
        @Id
        Integer passportId;

        @Id
        int page;

        @ManyToOne
        @MapsId("passportId")
        @JoinColumn(name = "passport")
        Passport passport;

        Stamp(int page) {
            this.page = page;
        }
    }

    /** Everything is as it is if nothing is said. */
    @Entity
    @Table(name = "ticket")
    static class Ticket {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Integer id;

        String text;
    }

    @Entity
    @Table(name = "coupon")
    static class Coupon {
        @Id
        @GeneratedValue(generator = "coupons")
        @TableGenerator(
                name = "coupons",
                table = "counts",
                pkColumnName = "what",
                valueColumnName = "last",
                pkColumnValue = "coupon",
                initialValue = 100,
                allocationSize = 10)
        Long id;
    }

    /** Three tables have keys of one counter. */
    @Entity
    @Table(name = "shape")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Shape {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Integer id;
    }

    @Entity
    @Table(name = "circle")
    static class Circle extends Shape {}

    @Entity
    @Table(name = "square")
    static class Square extends Shape {}
}
