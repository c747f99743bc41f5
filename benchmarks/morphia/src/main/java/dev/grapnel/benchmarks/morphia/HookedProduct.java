package dev.grapnel.benchmarks.morphia;

import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.morphia.annotations.Entity;
import dev.morphia.annotations.PostPersist;
import dev.morphia.annotations.PrePersist;
import dev.morphia.annotations.Transient;

/**
 * A product that audits itself.
 *
 * <p>Morphia calls its hooks while it encodes an object, and the driver encodes one twice that does not fit into a command any more: it is the first of the next
 * command. So objects are counted, not calls.
 */
@Entity(value = "audited_product", useDiscriminator = false)
public class HookedProduct extends AuditedProduct {
    private static long called;

    @Transient
    private boolean counted;

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
        if (!counted) {
            counted = true;
            called++;
        }
    }
}
