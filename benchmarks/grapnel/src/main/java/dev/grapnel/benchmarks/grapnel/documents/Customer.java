package dev.grapnel.benchmarks.grapnel.documents;

import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
import dev.grapnel.mongo.annotation.StoredIn;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A graph: a document with lists of nested ones. */
@Entity
@StoredIn("customer")
class Customer {
    @Id
    @Nullable ObjectId id;

    String name;
    String city;
    List<Purchase> purchases;

    Customer(CustomerRow row) {
        name = row.name();
        city = row.city();
        List<Purchase> all = new ArrayList<>();
        for (PurchaseRow purchase : row.purchases()) {
            all.add(new Purchase(all.size() + 1L, purchase));
        }
        purchases = all;
    }

    long sum() {
        long key = id == null ? 0 : Keys.number(id);
        long sum = Checksum.ofCustomer(key, name, city);
        for (Purchase purchase : purchases) {
            sum += purchase.sum(key);
        }
        return sum;
    }

    /** The middle. */
    @Embeddable
    static class Purchase {
        long number;
        String label;
        LocalDate placed;
        List<Line> lines;

        Purchase(long number, PurchaseRow row) {
            this.number = number;
            label = row.label();
            placed = row.placed();
            List<Line> all = new ArrayList<>();
            for (LineRow line : row.lines()) {
                all.add(new Line(all.size() + 1L, line));
            }
            lines = all;
        }

        private long sum(long customer) {
            long sum = Checksum.ofPurchase(number, customer, label, placed);
            for (Line line : lines) {
                sum += Checksum.ofLine(line.number, number, line.article, line.amount);
            }
            return sum;
        }
    }

    /** A leaf. */
    @Embeddable
    static class Line {
        long number;
        String article;
        int amount;

        Line(long number, LineRow row) {
            this.number = number;
            article = row.article();
            amount = row.amount();
        }
    }
}
