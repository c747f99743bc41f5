package dev.grapnel.examples.shardingsphere;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What a customer bought, in the database of the customer. */
@Entity
@Table(name = "purchase")
class Purchase {
    @Id
    Long id;

    int amount;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id", updatable = false) // ShardingSphere moves no rows
    @Nullable Customer customer;

    Purchase(long id, int amount) {
        this.id = id;
        this.amount = amount;
    }
}
