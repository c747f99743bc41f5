package dev.grapnel.benchmarks.loading;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** The root of a graph. */
@Entity
@Table(name = "customer")
class Customer {
    @Id
    int id;

    String name;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
    List<Purchase> purchases = new ArrayList<>();

    Customer(int id, String name) {
        this.id = id;
        this.name = name;
    }
}
