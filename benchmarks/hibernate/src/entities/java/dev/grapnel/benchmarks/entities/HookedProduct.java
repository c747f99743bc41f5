package dev.grapnel.benchmarks.entities;

import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import jakarta.persistence.Entity;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.util.concurrent.atomic.AtomicLong;

/** An audited product whose callbacks audit before and count after. */
@Entity
@Table(name = "audited_product")
public class HookedProduct extends Audited {
    private static final AtomicLong CALLED = new AtomicLong();

    /** For the library. */
    protected HookedProduct() {}

    /**
     * Makes a new one.
     *
     * @param row its values
     */
    public HookedProduct(ProductRow row) {
        super(row);
    }

    /** Before. */
    @PrePersist
    @PreUpdate
    public void before() {
        audit();
    }

    /** After. */
    @PostPersist
    @PostUpdate
    public void after() {
        CALLED.incrementAndGet();
    }

    /**
     * Tells how often a row was written.
     *
     * @return calls of {@link #after} since the start of the program
     */
    public static long called() {
        return CALLED.get();
    }
}
