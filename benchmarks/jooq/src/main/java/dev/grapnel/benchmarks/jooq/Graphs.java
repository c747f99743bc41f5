package dev.grapnel.benchmarks.jooq;

import static dev.grapnel.benchmarks.jooq.generated.Tables.CUSTOMER;
import static dev.grapnel.benchmarks.jooq.generated.Tables.PURCHASE;
import static dev.grapnel.benchmarks.jooq.generated.Tables.PURCHASE_LINE;

import dev.grapnel.benchmarks.jooq.generated.Sequences;
import dev.grapnel.benchmarks.jooq.generated.tables.records.CustomerRecord;
import dev.grapnel.benchmarks.jooq.generated.tables.records.PurchaseLineRecord;
import dev.grapnel.benchmarks.jooq.generated.tables.records.PurchaseRecord;
import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Result;

/** Graphs of records, which know nothing of each other but keys. */
final class Graphs {
    private Graphs() {}

    /** The root, with what was found below it. */
    record Graph(CustomerRecord customer, List<Middle> purchases) {
        long sum() {
            long sum = Checksum.ofCustomer(customer.getId(), customer.getName(), customer.getCity());
            for (Middle middle : purchases) {
                sum += middle.sum(customer.getId());
            }
            return sum;
        }
    }

    /** The middle, with what was found below it. */
    record Middle(PurchaseRecord purchase, List<PurchaseLineRecord> lines) {
        long sum(long customer) {
            long sum = Checksum.ofPurchase(purchase.getId(), customer, purchase.getLabel(), purchase.getPlaced());
            for (PurchaseLineRecord line : lines) {
                sum += Checksum.ofLine(line.getId(), purchase.getId(), line.getArticle(), line.getAmount());
            }
            return sum;
        }
    }

    static List<Graph> all(DSLContext context) {
        Result<CustomerRecord> customers = context.fetch(CUSTOMER);
        Map<Long, Result<PurchaseRecord>> purchases =
                context.selectFrom(PURCHASE).fetchGroups(PURCHASE.CUSTOMER_ID);
        Map<Long, Result<PurchaseLineRecord>> lines =
                context.selectFrom(PURCHASE_LINE).fetchGroups(PURCHASE_LINE.PURCHASE_ID);
        List<Graph> graphs = new ArrayList<>(customers.size());
        for (CustomerRecord customer : customers) {
            List<Middle> below = new ArrayList<>();
            for (PurchaseRecord purchase : of(purchases, customer.getId())) {
                below.add(new Middle(purchase, of(lines, purchase.getId())));
            }
            graphs.add(new Graph(customer, below));
        }
        return graphs;
    }

    private static <T> List<T> of(Map<Long, ? extends List<T>> children, Long parent) {
        List<T> found = children.get(parent);
        return found == null ? List.of() : found;
    }

    static void delete(DSLContext context, List<Graph> graphs) {
        List<CustomerRecord> customers = new ArrayList<>();
        List<PurchaseRecord> purchases = new ArrayList<>();
        List<PurchaseLineRecord> lines = new ArrayList<>();
        for (Graph graph : graphs) {
            customers.add(graph.customer);
            for (Middle middle : graph.purchases) {
                purchases.add(middle.purchase);
                lines.addAll(middle.lines);
            }
        }
        context.batchDelete(lines).execute();
        context.batchDelete(purchases).execute();
        context.batchDelete(customers).execute();
    }

    static void insert(DSLContext context, List<CustomerRow> rows) {
        Keys keys = new Keys(context, Sequences.CUSTOMER_SEQ, rows.size());
        List<PurchaseRow> purchaseRows =
                rows.stream().flatMap(row -> row.purchases().stream()).toList();
        Keys purchaseKeys = new Keys(context, Sequences.PURCHASE_SEQ, purchaseRows.size());
        int count = purchaseRows.stream().mapToInt(row -> row.lines().size()).sum();
        Keys lineKeys = new Keys(context, Sequences.PURCHASE_LINE_SEQ, count);
        List<CustomerRecord> customers = new ArrayList<>(rows.size());
        List<PurchaseRecord> purchases = new ArrayList<>(purchaseRows.size());
        List<PurchaseLineRecord> lines = new ArrayList<>(count);
        for (CustomerRow row : rows) {
            CustomerRecord customer = new CustomerRecord(keys.next(), row.name(), row.city());
            customers.add(customer);
            for (PurchaseRow below : row.purchases()) {
                Long key = purchaseKeys.next();
                purchases.add(new PurchaseRecord(key, customer.getId(), below.label(), below.placed()));
                for (LineRow leaf : below.lines()) {
                    lines.add(new PurchaseLineRecord(lineKeys.next(), key, leaf.article(), leaf.amount()));
                }
            }
        }
        context.batchInsert(customers).execute();
        context.batchInsert(purchases).execute();
        context.batchInsert(lines).execute();
    }
}
