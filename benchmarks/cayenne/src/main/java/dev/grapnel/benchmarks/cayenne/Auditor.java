package dev.grapnel.benchmarks.cayenne;

import dev.grapnel.benchmarks.cayenne.objects.AuditedProduct;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.cayenne.annotation.PostPersist;
import org.apache.cayenne.annotation.PostUpdate;
import org.apache.cayenne.annotation.PrePersist;
import org.apache.cayenne.annotation.PreUpdate;

/** Audits before inserts and updates, and counts after them. Public for Cayenne. */
public final class Auditor {
    private final AtomicLong called = new AtomicLong();

    Auditor() {}

    long called() {
        return called.get();
    }

    static void audit(AuditedProduct product) {
        product.setChangedBy(AuditMode.BY);
        product.setChangedAt(AuditMode.AT);
    }

    /**
     * Audits.
     *
     * @param product what is to be written
     */
    @PrePersist(AuditedProduct.class)
    @PreUpdate(AuditedProduct.class)
    public void before(AuditedProduct product) {
        audit(product);
    }

    /**
     * Counts.
     *
     * @param product what was written
     */
    @PostPersist(AuditedProduct.class)
    @PostUpdate(AuditedProduct.class)
    public void after(AuditedProduct product) {
        called.incrementAndGet();
    }
}
