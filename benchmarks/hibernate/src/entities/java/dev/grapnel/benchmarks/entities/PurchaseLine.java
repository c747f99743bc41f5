package dev.grapnel.benchmarks.entities;

import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A leaf of a graph. */
@Entity
@Table(name = "purchase_line")
public class PurchaseLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchase_line_seq")
    @SequenceGenerator(name = "purchase_line_seq", sequenceName = "purchase_line_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "purchase_id")
    private Purchase purchase;

    private String article;
    private int amount;

    /** For the library. */
    protected PurchaseLine() {}

    /**
     * Makes a new one.
     *
     * @param purchase its parent
     * @param row its values
     */
    public PurchaseLine(Purchase purchase, LineRow row) {
        this.purchase = purchase;
        article = row.article();
        amount = row.amount();
    }

    /**
     * The parent.
     *
     * @return a purchase
     */
    public Purchase getPurchase() {
        return purchase;
    }

    /**
     * Adds up its values.
     *
     * @param purchase the key of the purchase that it was found below
     * @return the figure
     */
    public long sum(long purchase) {
        return Checksum.ofLine(id, purchase, article, amount);
    }
}
