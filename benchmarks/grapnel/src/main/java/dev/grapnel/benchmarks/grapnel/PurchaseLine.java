package dev.grapnel.benchmarks.grapnel;

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
import org.jspecify.annotations.Nullable;

/** A leaf of a graph. */
@Entity
@Table(name = "purchase_line")
class PurchaseLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchase_line_seq")
    @SequenceGenerator(name = "purchase_line_seq", allocationSize = 50)
    long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "purchase_id")
    @Nullable Purchase purchase;

    String article;
    int amount;

    PurchaseLine(LineRow row) {
        article = row.article();
        amount = row.amount();
    }
}
