package dev.grapnel.benchmarks.morphia;

import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.NullUnmarked;

/** A graph: a document with lists of nested ones. */
@Entity(value = "customer", useDiscriminator = false)
@NullUnmarked // what Morphia sets
public class Customer {
    @Id
    private ObjectId id;

    private String name;
    private String city;
    private List<Purchase> purchases = new ArrayList<>();

    /** For Morphia. */
    public Customer() {}

    Customer(CustomerRow row) {
        name = row.name();
        city = row.city();
        row.purchases().forEach(purchase -> purchases.add(new Purchase(purchases.size() + 1L, purchase)));
    }

    /** The middle. */
    @Entity(useDiscriminator = false)
    @NullUnmarked // what Morphia sets
    public static class Purchase {
        private long number;
        private String label;
        private LocalDate placed;
        private List<Line> lines = new ArrayList<>();

        /** For Morphia. */
        public Purchase() {}

        Purchase(long number, PurchaseRow row) {
            this.number = number;
            label = row.label();
            placed = row.placed();
            row.lines().forEach(line -> lines.add(new Line(lines.size() + 1L, line)));
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
    @Entity(useDiscriminator = false)
    @NullUnmarked // what Morphia sets
    public static class Line {
        private long number;
        private String article;
        private int amount;

        /** For Morphia. */
        public Line() {}

        Line(long number, LineRow row) {
            this.number = number;
            article = row.article();
            amount = row.amount();
        }
    }

    final ObjectId id() {
        return id;
    }

    final long sum() {
        long key = Keys.number(id);
        return Checksum.ofCustomer(key, name, city)
                + purchases.stream().mapToLong(purchase -> purchase.sum(key)).sum();
    }
}
