package dev.grapnel.sql.mapping;

import dev.grapnel.core.annotation.Load;
import dev.grapnel.core.annotation.LoadStrategy;
import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shop, as its owner might map it. */
final class Shop {
    private Shop() {}

    static final Class<?>[] ALL = {User.class, Profile.class, Order.class, Item.class, Note.class, Tag.class};

    enum Status {
        OPEN,
        PAID
    }

    @Entity
    @Table(name = "users")
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false, length = 40, unique = true)
        String name;

        @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("total DESC, id")
        List<Order> orders = new ArrayList<>();

        @OneToOne(
                mappedBy = "user",
                cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        Profile profile;

        @OneToMany(mappedBy = "user")
        @MapKey(name = "slot")
        @OrderBy
        Map<String, Note> notes = new LinkedHashMap<>();

        User(String name) {
            this.name = name;
        }
    }

    @Entity
    static class Profile {
        @Id
        @GeneratedValue
        int id;

        @Basic(fetch = FetchType.LAZY)
        String bio;

        /** Mapped twice: here and by the relationship. */
        Long user_id;

        @OneToOne(fetch = FetchType.LAZY, optional = false)
        User user;
    }

    @Entity
    @Table(name = "orders")
    static class Order {
        @Id
        @GeneratedValue
        Long id;

        @Column(precision = 10, scale = 2)
        BigDecimal total;

        @jakarta.persistence.Enumerated(jakarta.persistence.EnumType.STRING)
        Status status;

        @Version
        int version;

        @ManyToOne
        User user;

        @ManyToMany
        @JoinTable(name = "order_items")
        Set<Item> items = new LinkedHashSet<>();
    }

    @Entity
    @Table(name = "items")
    static class Item {
        @Id
        @GeneratedValue
        Long id;

        String name;

        @ManyToMany(mappedBy = "items")
        List<Order> orders = new ArrayList<>();

        /** The key of tags stands in their table, and no field of theirs maps it. */
        @OneToMany
        @JoinColumn(name = "item_id")
        @Load(LoadStrategy.RAISE)
        List<Tag> tags = new ArrayList<>();
    }

    @Entity
    @Table(name = "notes")
    static class Note {
        @Id
        @GeneratedValue
        Long id;

        String slot;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "owner", nullable = false)
        User user;

        Note(String slot) {
            this.slot = slot;
        }
    }

    @Entity
    @Table(name = "tags")
    static class Tag {
        @Id
        String word;
    }
}
