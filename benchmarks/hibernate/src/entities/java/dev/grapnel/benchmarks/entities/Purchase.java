package dev.grapnel.benchmarks.entities;

import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The middle of a graph. */
@Entity
@Table(name = "purchase")
public class Purchase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchase_seq")
    @SequenceGenerator(name = "purchase_seq", sequenceName = "purchase_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    private Customer customer;

    @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL)
    private List<PurchaseLine> lines = new ArrayList<>();

    private String label;
    private LocalDate placed;

    /** For the library. */
    protected Purchase() {}

    /**
     * Makes a new one.
     *
     * @param customer its parent
     * @param row its values
     */
    public Purchase(Customer customer, PurchaseRow row) {
        this.customer = customer;
        label = row.label();
        placed = row.placed();
        for (LineRow line : row.lines()) {
            lines.add(new PurchaseLine(this, line));
        }
    }

    /**
     * The parent.
     *
     * @return a customer
     */
    public Customer getCustomer() {
        return customer;
    }

    /**
     * The leaves.
     *
     * @return lines
     */
    public List<PurchaseLine> getLines() {
        return lines;
    }

    /**
     * Adds it up, and its lines.
     *
     * @param customer the key of the customer that it was found below
     * @return the figure
     */
    public long sum(long customer) {
        long sum = Checksum.ofPurchase(id, customer, label, placed);
        for (PurchaseLine line : lines) {
            sum += line.sum(id);
        }
        return sum;
    }
}
