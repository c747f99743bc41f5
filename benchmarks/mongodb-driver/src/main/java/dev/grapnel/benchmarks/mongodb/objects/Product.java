package dev.grapnel.benchmarks.mongodb.objects;

import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A product, with and without audit fields. Its fields are open to those who map it. */
public final class Product {
    /** The key. */
    public final ObjectId id;

    /** Its name. */
    public final String name;

    /** Who makes it. */
    public final String maker;

    /** With two decimals. */
    public final BigDecimal price;

    /** Pieces. */
    public int stock;

    /** A day. */
    public final LocalDate since;

    /** Who wrote it last, if that is audited. */
    public @Nullable String changedBy;

    /** When it was written last, if that is audited. */
    public @Nullable LocalDateTime changedAt;

    /**
     * A product that nobody has written.
     *
     * @param id the key
     * @param name its name
     * @param maker who makes it
     * @param price with two decimals
     * @param stock pieces
     * @param since a day
     */
    public Product(ObjectId id, String name, String maker, BigDecimal price, int stock, LocalDate since) {
        this.id = id;
        this.name = name;
        this.maker = maker;
        this.price = price;
        this.stock = stock;
        this.since = since;
    }

    /**
     * A new product.
     *
     * @param row its values
     * @return the product, with a key
     */
    public static Product of(ProductRow row) {
        return new Product(new ObjectId(), row.name(), row.maker(), row.price(), row.stock(), row.since());
    }

    /**
     * Its number, if the harness has made it.
     *
     * @return from 1 on
     */
    public long number() {
        return Keys.number(id);
    }

    /** Sets the audit fields. */
    public void audit() {
        changedBy = AuditMode.BY;
        changedAt = AuditMode.AT;
    }

    /**
     * Adds up its values.
     *
     * @return {@link Checksum#ofProduct}
     */
    public long sum() {
        return Checksum.ofProduct(number(), name, maker, price, stock, since);
    }
}
