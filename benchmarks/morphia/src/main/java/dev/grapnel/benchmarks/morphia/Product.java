package dev.grapnel.benchmarks.morphia;

import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.bson.types.ObjectId;
import org.jspecify.annotations.NullUnmarked;

/** An object of plain values. */
@Entity(value = "product", useDiscriminator = false)
@NullUnmarked // what Morphia sets
public class Product {
    @Id
    private ObjectId id;

    private String name;
    private String maker;
    private BigDecimal price;
    private int stock;
    private LocalDate since;

    /** For Morphia. */
    public Product() {}

    Product(ProductRow row) {
        name = row.name();
        maker = row.maker();
        price = row.price();
        stock = row.stock();
        since = row.since();
    }

    final ObjectId id() {
        return id;
    }

    final void stock(int pieces) {
        stock = pieces;
    }

    final long sum() {
        return Checksum.ofProduct(Keys.number(id), name, maker, price, stock, since);
    }
}
