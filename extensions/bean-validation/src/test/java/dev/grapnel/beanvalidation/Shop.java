package dev.grapnel.beanvalidation;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/** Orders have lines. */
final class Shop {
    /** The group for objects that are made. */
    interface Creation {}

    /** The group for orders that go to the post. */
    interface Delivery {}

    private Shop() {}

    @Entity
    @Table(name = "orders")
    static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @NotBlank @Size(max = 20) String customer;

        @Null(groups = Creation.class) String invoice;

        String note;

        @Valid @NotNull(groups = Delivery.class) Address address;

        @Valid @NotNull @Size(min = 1) @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Line> lines = new ArrayList<>();

        Order(String customer, String... articles) {
            this.customer = customer;
            for (String article : articles) {
                lines.add(new Line(article, 1));
            }
        }

        @AssertTrue boolean isPolite() {
            return note == null || !note.contains("!");
        }
    }

    @Embeddable
    static class Address {
        @NotBlank String city;

        Address(String city) {
            this.city = city;
        }
    }

    @Entity
    @Table(name = "line")
    static class Line {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String article;

        @Min(1) int pieces = 1;

        @NotNull @ManyToOne(fetch = FetchType.LAZY)
        Order order;

        Line(String article, int pieces) {
            this.article = article;
            this.pieces = pieces;
        }
    }

    /** Not mapped from the beginning. */
    @Entity
    @Table(name = "voucher")
    static class Voucher {
        @Id
        Integer id;

        @NotBlank String code;

        Voucher(Integer id, String code) {
            this.id = id;
            this.code = code;
        }
    }
}
