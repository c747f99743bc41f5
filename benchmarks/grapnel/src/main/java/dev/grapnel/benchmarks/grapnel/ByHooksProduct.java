package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One that listeners audit. */
@Entity
@Table(name = "audited_product")
class ByHooksProduct extends Audited {
    ByHooksProduct(ProductRow row) {
        super(row);
    }
}
