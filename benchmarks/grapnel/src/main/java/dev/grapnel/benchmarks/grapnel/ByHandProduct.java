package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One that the program audits. */
@Entity
@Table(name = "audited_product")
class ByHandProduct extends Audited {
    ByHandProduct(ProductRow row) {
        super(row);
    }
}
