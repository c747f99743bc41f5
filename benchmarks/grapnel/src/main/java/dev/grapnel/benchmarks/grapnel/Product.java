package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** An object of plain values. */
@Entity
@Table(name = "product")
class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_seq")
    @SequenceGenerator(name = "product_seq", allocationSize = 50)
    long id;

    String name;
    String maker;
    BigDecimal price;
    int stock;
    LocalDate since;

    Product(ProductRow row) {
        name = row.name();
        maker = row.maker();
        price = row.price();
        stock = row.stock();
        since = row.since();
    }

    long sum() {
        return Checksum.ofProduct(id, name, maker, price, stock, since);
    }
}
