package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.workloads.contract.Checksum;
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
import org.jspecify.annotations.Nullable;

/** The middle of a graph. */
@Entity
@Table(name = "purchase")
class Purchase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchase_seq")
    @SequenceGenerator(name = "purchase_seq", allocationSize = 50)
    long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id")
    @Nullable Customer customer;

    String label;
    LocalDate placed;

    @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL)
    List<PurchaseLine> lines = new ArrayList<>();

    Purchase(PurchaseRow row) {
        label = row.label();
        placed = row.placed();
        row.lines().forEach(line -> lines.add(new PurchaseLine(line)));
    }

    long sum(long owner) {
        long sum = Checksum.ofPurchase(id, owner, label, placed);
        for (PurchaseLine line : lines) {
            sum += Checksum.ofLine(line.id, id, line.article, line.amount);
        }
        return sum;
    }
}
