package dev.grapnel.benchmarks.workloads.jdbc;

import dev.grapnel.benchmarks.workloads.contract.Checksum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The root of a graph that is linked in both directions. */
final class Customer {
    final long id;
    final String name;
    final String city;
    final List<Purchase> purchases = new ArrayList<>();

    Customer(long id, String name, String city) {
        this.id = id;
        this.name = name;
        this.city = city;
    }

    Purchase addPurchase(long id, String label, LocalDate placed) {
        Purchase purchase = new Purchase(id, this, label, placed);
        purchases.add(purchase);
        return purchase;
    }

    /** The middle of a graph. */
    static final class Purchase {
        final long id;
        final Customer customer;
        final String label;
        final LocalDate placed;
        final List<Line> lines = new ArrayList<>();

        Purchase(long id, Customer customer, String label, LocalDate placed) {
            this.id = id;
            this.customer = customer;
            this.label = label;
            this.placed = placed;
        }

        Line addLine(long id, String article, int amount) {
            Line line = new Line(id, this, article, amount);
            lines.add(line);
            return line;
        }
    }

    /** A leaf. */
    static final class Line {
        final long id;
        final Purchase purchase;
        final String article;
        final int amount;

        Line(long id, Purchase purchase, String article, int amount) {
            this.id = id;
            this.purchase = purchase;
            this.article = article;
            this.amount = amount;
        }
    }

    static long sum(List<Customer> customers) {
        long sum = 0;
        for (Customer customer : customers) {
            sum += Checksum.ofCustomer(customer.id, customer.name, customer.city);
            for (Purchase purchase : customer.purchases) {
                sum += Checksum.ofPurchase(purchase.id, customer.id, purchase.label, purchase.placed);
                for (Line line : purchase.lines) {
                    sum += Checksum.ofLine(line.id, purchase.id, line.article, line.amount);
                }
            }
        }
        return sum;
    }
}
