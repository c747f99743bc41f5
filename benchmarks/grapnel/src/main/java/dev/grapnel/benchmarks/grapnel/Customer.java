package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** The root of a graph. */
@Entity
@Table(name = "customer")
class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_seq")
    @SequenceGenerator(name = "customer_seq", allocationSize = 50)
    long id;

    String name;
    String city;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
    List<Purchase> purchases = new ArrayList<>();

    Customer(CustomerRow row) {
        name = row.name();
        city = row.city();
        row.purchases().forEach(purchase -> purchases.add(new Purchase(purchase)));
    }

    long sum() {
        long sum = Checksum.ofCustomer(id, name, city);
        for (Purchase purchase : purchases) {
            sum += purchase.sum(id);
        }
        return sum;
    }
}
