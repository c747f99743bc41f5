package dev.grapnel.examples.shardingsphere;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A customer, in the database that the key says. The program gives keys: each database counts for itself. */
@Entity
@Table(name = "customer")
class Customer {
    @Id
    Long id;

    String name;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
    @OrderBy("id")
    List<Purchase> purchases = new ArrayList<>();

    Customer(long id, String name) {
        this.id = id;
        this.name = name;
    }

    Customer buying(Purchase purchase) {
        purchases.add(purchase);
        return this;
    }
}
