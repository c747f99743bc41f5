package dev.grapnel.benchmarks.entities;

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
public class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_seq")
    @SequenceGenerator(name = "product_seq", sequenceName = "product_seq", allocationSize = 50)
    private long id;

    private String name;
    private String maker;
    private BigDecimal price;
    private int stock;
    private LocalDate since;

    /** For the library. */
    protected Product() {}

    /**
     * Makes a new one.
     *
     * @param row its values
     */
    public Product(ProductRow row) {
        name = row.name();
        maker = row.maker();
        price = row.price();
        stock = row.stock();
        since = row.since();
    }

    /**
     * Its key.
     *
     * @return 0 if it has none yet
     */
    public long getId() {
        return id;
    }

    /**
     * Sets the pieces in stock.
     *
     * @param stock how many
     */
    public void setStock(int stock) {
        this.stock = stock;
    }

    /**
     * Adds up its values.
     *
     * @return the figure
     */
    public long sum() {
        return Checksum.ofProduct(id, name, maker, price, stock, since);
    }
}
