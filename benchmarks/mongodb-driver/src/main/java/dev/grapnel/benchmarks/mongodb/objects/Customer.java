package dev.grapnel.benchmarks.mongodb.objects;

import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;

/**
 * A graph: a document with lists of nested ones.
 *
 * @param id the key
 * @param name its name
 * @param city where it is
 * @param purchases the middle
 */
public record Customer(ObjectId id, String name, String city, List<Purchase> purchases) {
    /**
     * The middle.
     *
     * @param number among all purchases, or those of the customer
     * @param label its label
     * @param placed a day
     * @param lines the leaves
     */
    public record Purchase(long number, String label, LocalDate placed, List<Line> lines) {
        private static Purchase of(long number, PurchaseRow row) {
            List<Line> lines = new ArrayList<>();
            for (LineRow line : row.lines()) {
                lines.add(new Line(lines.size() + 1L, line.article(), line.amount()));
            }
            return new Purchase(number, row.label(), row.placed(), lines);
        }
    }

    /**
     * A leaf.
     *
     * @param number among all lines, or those of the purchase
     * @param article its article
     * @param amount pieces
     */
    public record Line(long number, String article, int amount) {}

    /**
     * A new graph.
     *
     * @param row its values
     * @return the graph, with a key
     */
    public static Customer of(CustomerRow row) {
        List<Purchase> purchases = new ArrayList<>();
        row.purchases().forEach(purchase -> purchases.add(Purchase.of(purchases.size() + 1L, purchase)));
        return new Customer(new ObjectId(), row.name(), row.city(), purchases);
    }

    /**
     * Adds up the values of the graph.
     *
     * @return {@link Checksum#ofCustomer} and those of all below
     */
    public long sum() {
        long key = Keys.number(id);
        long sum = Checksum.ofCustomer(key, name, city);
        for (Purchase purchase : purchases) {
            sum += Checksum.ofPurchase(purchase.number(), key, purchase.label(), purchase.placed());
            for (Line line : purchase.lines()) {
                sum += Checksum.ofLine(line.number(), purchase.number(), line.article(), line.amount());
            }
        }
        return sum;
    }
}
