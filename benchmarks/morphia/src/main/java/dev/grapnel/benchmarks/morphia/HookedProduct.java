package dev.grapnel.benchmarks.morphia;

import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.morphia.annotations.Entity;
import dev.morphia.annotations.PostPersist;
import dev.morphia.annotations.PrePersist;

/** A product that audits itself. */
@Entity(value = "audited_product", useDiscriminator = false)
public class HookedProduct extends AuditedProduct {
    private static long called;

    /** For Morphia. */
    public HookedProduct() {}

    HookedProduct(ProductRow row) {
        super(row);
    }

    static long called() {
        return called;
    }

    @PrePersist
    void beforeWrite() {
        audit();
    }

    @PostPersist
    void afterWrite() {
        called++;
    }
}
