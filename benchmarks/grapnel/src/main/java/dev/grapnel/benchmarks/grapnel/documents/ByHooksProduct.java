package dev.grapnel.benchmarks.grapnel.documents;

import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.mongo.annotation.StoredIn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** One that listeners audit. */
@Entity
@StoredIn("audited_product")
class ByHooksProduct extends Audited {
    @Id
    @Nullable ObjectId id;

    ByHooksProduct(ProductRow row) {
        super(row);
    }

    @Override
    @Nullable ObjectId id() {
        return id;
    }
}
