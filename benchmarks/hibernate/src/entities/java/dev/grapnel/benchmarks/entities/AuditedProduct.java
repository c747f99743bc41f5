package dev.grapnel.benchmarks.entities;

import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An audited product without callbacks: the program audits. */
@Entity
@Table(name = "audited_product")
public class AuditedProduct extends Audited {
    /** For the library. */
    protected AuditedProduct() {}

    /**
     * Makes a new one.
     *
     * @param row its values
     */
    public AuditedProduct(ProductRow row) {
        super(row);
    }
}
