package dev.grapnel.benchmarks.morphia;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Property;
import java.time.LocalDateTime;
import org.jspecify.annotations.NullUnmarked;

/** A product that knows who changed it, and when. */
@Entity(value = "audited_product", useDiscriminator = false)
@NullUnmarked // what Morphia sets and reads
public class AuditedProduct extends Product {
    @Property("changed_by")
    protected String changedBy;

    @Property("changed_at")
    protected LocalDateTime changedAt;

    /** For Morphia. */
    public AuditedProduct() {}

    AuditedProduct(ProductRow row) {
        super(row);
    }

    final void audit() {
        changedBy = AuditMode.BY;
        changedAt = AuditMode.AT;
    }
}
