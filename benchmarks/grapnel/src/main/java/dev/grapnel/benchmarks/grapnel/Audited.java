package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.grapnel.both.AuditedObject;
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
import org.jspecify.annotations.Nullable;

/** A product with audit columns. Two classes share it, since listeners are registered on a class. */
@MappedSuperclass
abstract class Audited implements AuditedObject {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audited_product_seq")
    @SequenceGenerator(name = "audited_product_seq", allocationSize = 50)
    long id;

    String name;
    String maker;
    BigDecimal price;
    int stock;
    LocalDate since;

    @Column(name = "changed_by")
    @Nullable String changedBy;

    @Column(name = "changed_at")
    @Nullable LocalDateTime changedAt;

    Audited(ProductRow row) {
        name = row.name();
        maker = row.maker();
        price = row.price();
        stock = row.stock();
        since = row.since();
    }

    @Override
    public final long number() {
        return id;
    }

    @Override
    public final void stock(int pieces) {
        stock = pieces;
    }

    @Override
    public final void audit() {
        changedBy = AuditMode.BY;
        changedAt = AuditMode.AT;
    }
}
