package dev.grapnel.testkit.session;

import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.attribute.EmbeddedAttribute;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Customers have two addresses of a class whose objects change, each with a position, and a limit that is a record. */
final class Customers {
    private Customers() {}

    enum Currency {
        CHF,
        EUR
    }

    enum Kind {
        PRIVATE,
        POST
    }

    @Embeddable
    record Money(
            @Column(name = "limit_amount") int amount,

            @Column(name = "limit_currency") @Enumerated(EnumType.STRING)
            Currency currency)
            implements Serializable {}

    @Embeddable
    @Access(AccessType.FIELD)
    static class Position implements Serializable, Cloneable {
        double latitude;
        double longitude;

        Position(double latitude, double longitude) {
            this.latitude = latitude;
            this.longitude = longitude;
        }

        Position copy() throws CloneNotSupportedException {
            return (Position) super.clone();
        }
    }

    @Embeddable
    static class Address implements Serializable {
        String street;
        String city;

        @Enumerated(EnumType.STRING)
        Kind kind;

        Position position;

        Address(String street, String city) {
            this.street = street;
            this.city = city;
        }

        Address at(double latitude, double longitude) {
            position = new Position(latitude, longitude);
            return this;
        }
    }

    @Entity
    @Table(name = "customer")
    static class Customer implements Serializable, Cloneable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @Embedded
        Address home;

        @AttributeOverride(name = "street", column = @Column(name = "work_street"))
        @AttributeOverride(name = "city", column = @Column(name = "work_city"))
        @AttributeOverride(name = "kind", column = @Column(name = "work_kind"))
        @AttributeOverride(name = "position.latitude", column = @Column(name = "work_latitude"))
        @AttributeOverride(name = "position.longitude", column = @Column(name = "work_longitude"))
        Address work;

        Money limit;

        Customer(String name) {
            this.name = name;
        }

        Customer copy() throws CloneNotSupportedException {
            return (Customer) super.clone();
        }
    }

    // ---- as the metamodel processor would write them ----

    static final class Customer_ {
        static final Address_<Customer> home = new Address_<>(Customer.class, "home");
        static final Address_<Customer> work = new Address_<>(Customer.class, "work");
        static final Money_<Customer> limit = new Money_<>(Customer.class, "limit");

        private Customer_() {}
    }

    static final class Address_<T> extends EmbeddedAttribute<T, Address> {
        final ColumnAttribute<T, String> street = part("street", String.class);
        final ColumnAttribute<T, String> city = part("city", String.class);
        final Position_<T> position = new Position_<>(ownerType(), path("position"));

        Address_(Class<T> owner, String attribute) {
            super(owner, attribute, Address.class);
        }
    }

    static final class Position_<T> extends EmbeddedAttribute<T, Position> {
        final ColumnAttribute<T, Double> latitude = part("latitude", Double.class);
        final ColumnAttribute<T, Double> longitude = part("longitude", Double.class);

        Position_(Class<T> owner, String attribute) {
            super(owner, attribute, Position.class);
        }
    }

    static final class Money_<T> extends EmbeddedAttribute<T, Money> {
        final ColumnAttribute<T, Integer> amount = part("amount", Integer.class);
        final ColumnAttribute<T, Currency> currency = part("currency", Currency.class);

        Money_(Class<T> owner, String attribute) {
            super(owner, attribute, Money.class);
        }
    }
}
