package dev.grapnel.benchmarks.entities;

import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
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
public class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_seq")
    @SequenceGenerator(name = "customer_seq", sequenceName = "customer_seq", allocationSize = 50)
    private long id;

    private String name;
    private String city;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
    private List<Purchase> purchases = new ArrayList<>();

    /** For the library. */
    protected Customer() {}

    /**
     * Makes a new graph.
     *
     * @param row its values
     */
    public Customer(CustomerRow row) {
        name = row.name();
        city = row.city();
        for (PurchaseRow purchase : row.purchases()) {
            purchases.add(new Purchase(this, purchase));
        }
    }

    /**
     * The middle of the graph.
     *
     * @return purchases
     */
    public List<Purchase> getPurchases() {
        return purchases;
    }

    /**
     * Adds up the graph.
     *
     * @return the figure
     */
    public long sum() {
        long sum = Checksum.ofCustomer(id, name, city);
        for (Purchase purchase : purchases) {
            sum += purchase.sum(id);
        }
        return sum;
    }
}
