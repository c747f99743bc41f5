package dev.grapnel.history;

import dev.grapnel.sql.attribute.ColumnAttribute;
import jakarta.persistence.CascadeType;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Articles on shelves; vehicles of two kinds of inheritance. */
final class Warehouse {
    static final Class<?>[] ALL = {
        Article.class, Shelf.class, Vehicle.class, Truck.class, Box.class, Crate.class, Hall.class, Slot.class
    };
    static final ColumnAttribute<Article, Integer> CENTS = ColumnAttribute.of(Article.class, "cents", Integer.class);
    static final ColumnAttribute<Article, String> NAME = ColumnAttribute.of(Article.class, "name", String.class);
    static final ColumnAttribute<Slot, String> LABEL = ColumnAttribute.of(Slot.class, "label", String.class);
    static final ColumnAttribute<Vehicle, String> PLATE = ColumnAttribute.of(Vehicle.class, "plate", String.class);
    static final ColumnAttribute<Truck, Integer> TONS = ColumnAttribute.of(Truck.class, "tons", Integer.class);

    private Warehouse() {}

    enum Colour {
        RED,
        GREEN
    }

    @Embeddable
    record Size(int width, int height) {}

    @Entity(name = "article")
    static class Article {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Version
        int counter;

        String name;
        int cents;
        BigDecimal weight;
        LocalDate since;
        Instant seen;

        @Enumerated(EnumType.STRING)
        Colour colour;

        Size size;

        @ManyToOne(fetch = FetchType.LAZY)
        Shelf shelf;

        Article(String name, int cents) {
            this.name = name;
            this.cents = cents;
        }
    }

    @Entity(name = "shelf")
    static class Shelf {
        @Id
        String place;

        @OneToMany(mappedBy = "shelf")
        List<Article> articles = new ArrayList<>();

        Shelf(String place) {
            this.place = place;
        }
    }

    @Entity(name = "vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String plate;
    }

    @Entity(name = "truck")
    static class Truck extends Vehicle {
        int tons;
    }

    @Entity(name = "box")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind")
    static class Box {
        @Id
        Integer number;

        String content;

        Box(Integer number) {
            this.number = number;
        }
    }

    @Entity(name = "crate")
    static class Crate extends Box {
        String lid;

        Crate(Integer number) {
            super(number);
        }
    }

    @Embeddable
    record SlotKey(String aisle, int number) {}

    @Entity(name = "hall")
    static class Hall {
        @Id
        Integer id;

        @OneToMany(cascade = CascadeType.ALL, mappedBy = "hall")
        List<Slot> slots = new ArrayList<>();

        Hall(Integer id) {
            this.id = id;
        }
    }

    @Entity(name = "slot")
    static class Slot {
        @EmbeddedId
        SlotKey key;

        String label;

        @ManyToOne(fetch = FetchType.LAZY)
        Hall hall;

        Slot(SlotKey key, String label) {
            this.key = key;
            this.label = label;
        }
    }
}
