package dev.grapnel.benchmarks.entities;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A product that knows who changed it, and when; a class for each way of setting that. */
@MappedSuperclass
@SuppressWarnings("UnusedVariable") // what only the library reads
public abstract class Audited {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audited_product_seq")
    @SequenceGenerator(name = "audited_product_seq", sequenceName = "audited_product_seq", allocationSize = 50)
    private long id;

    private String name;
    private String maker;
    private BigDecimal price;
    private int stock;
    private LocalDate since;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private LocalDateTime changedAt;

    /** For the library. */
    protected Audited() {}

    /**
     * Makes a new one.
     *
     * @param row its values
     */
    protected Audited(ProductRow row) {
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

    /** Sets who changed it, and when. */
    public void audit() {
        changedBy = AuditMode.BY;
        changedAt = AuditMode.AT;
    }
}
