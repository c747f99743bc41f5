package dev.grapnel.benchmarks.grapnel.documents;

import dev.grapnel.benchmarks.grapnel.both.AuditedObject;
import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.schema.Schema;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A product with audit fields. Two classes share it, since listeners are registered on a class. */
@MappedSuperclass
abstract class Audited implements AuditedObject {
    String name;
    String maker;
    BigDecimal price;
    int stock;
    LocalDate since;

    @Nullable String changedBy;

    @Nullable LocalDateTime changedAt;

    Audited(ProductRow row) {
        name = row.name();
        maker = row.maker();
        price = row.price();
        stock = row.stock();
        since = row.since();
    }

    static DocumentMapping<?> mapping(Class<? extends Audited> type) {
        return DocumentMapping.of(type)
                .collection("audited_product")
                .field("id", "_id", Schema.objectId())
                .field("name", Schema.string())
                .field("maker", Schema.string())
                .field("price", Schema.decimal())
                .field("stock", Schema.of(int.class))
                .field("since", Schema.of(LocalDate.class))
                .field("changedBy", "changed_by", Schema.string())
                .field("changedAt", "changed_at", Schema.of(LocalDateTime.class));
    }

    abstract @Nullable ObjectId id();

    @Override
    public final long number() {
        ObjectId id = id();
        return id == null ? 0 : Keys.number(id);
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
