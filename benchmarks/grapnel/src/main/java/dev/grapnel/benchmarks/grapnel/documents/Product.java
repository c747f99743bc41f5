package dev.grapnel.benchmarks.grapnel.documents;

import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.mongo.annotation.StoredIn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** An object of plain values. */
@Entity
@StoredIn("product")
class Product {
    @Id
    @Nullable ObjectId id;

    String name;
    String maker;
    BigDecimal price;
    int stock;
    LocalDate since;

    Product(ProductRow row) {
        name = row.name();
        maker = row.maker();
        price = row.price();
        stock = row.stock();
        since = row.since();
    }

    long number() {
        return id == null ? 0 : Keys.number(id);
    }

    long sum() {
        return Checksum.ofProduct(number(), name, maker, price, stock, since);
    }
}
