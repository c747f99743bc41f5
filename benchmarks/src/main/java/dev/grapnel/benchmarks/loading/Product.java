package dev.grapnel.benchmarks.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** An object of plain values. */
@Entity
@Table(name = "product")
class Product {
    @Id
    int id;

    String name;
    String maker;
    BigDecimal price;
    int stock;
    LocalDate since;

    Product(int id, String name, String maker, BigDecimal price, int stock, LocalDate since) {
        this.id = id;
        this.name = name;
        this.maker = maker;
        this.price = price;
        this.stock = stock;
        this.since = since;
    }
}
