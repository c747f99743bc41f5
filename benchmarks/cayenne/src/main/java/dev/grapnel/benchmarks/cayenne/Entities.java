package dev.grapnel.benchmarks.cayenne;

import dev.grapnel.benchmarks.cayenne.objects.Customer;
import dev.grapnel.benchmarks.cayenne.objects.Product;
import dev.grapnel.benchmarks.cayenne.objects.Purchase;
import dev.grapnel.benchmarks.cayenne.objects.PurchaseLine;
import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import org.apache.cayenne.Cayenne;
import org.apache.cayenne.ObjectContext;

/** New objects of the mapped classes, and the figures of loaded ones. */
final class Entities {
    private Entities() {}

    /** A product, or one with audit columns. */
    static <T extends Product> T product(ObjectContext context, Class<T> type, ProductRow row) {
        T product = context.newObject(type);
        product.setName(row.name());
        product.setMaker(row.maker());
        product.setPrice(row.price());
        product.setStock(row.stock());
        product.setSince(row.since());
        return product;
    }

    /** A graph; relationships can only be set in a context. */
    static Customer customer(ObjectContext context, CustomerRow row) {
        Customer customer = context.newObject(Customer.class);
        customer.setName(row.name());
        customer.setCity(row.city());
        row.purchases().forEach(purchase -> customer.addToPurchases(purchase(context, purchase)));
        return customer;
    }

    private static Purchase purchase(ObjectContext context, PurchaseRow row) {
        Purchase purchase = context.newObject(Purchase.class);
        purchase.setLabel(row.label());
        purchase.setPlaced(row.placed());
        row.lines().forEach(line -> purchase.addToLines(line(context, line)));
        return purchase;
    }

    private static PurchaseLine line(ObjectContext context, LineRow row) {
        PurchaseLine line = context.newObject(PurchaseLine.class);
        line.setArticle(row.article());
        line.setAmount(row.amount());
        return line;
    }

    static long sum(Product product) {
        return Checksum.ofProduct(
                Cayenne.longPKForObject(product),
                product.getName(),
                product.getMaker(),
                product.getPrice(),
                product.getStock(),
                product.getSince());
    }

    static long sum(Customer customer) {
        long id = Cayenne.longPKForObject(customer);
        long sum = Checksum.ofCustomer(id, customer.getName(), customer.getCity());
        for (Purchase purchase : customer.getPurchases()) {
            sum += sum(purchase, id);
        }
        return sum;
    }

    private static long sum(Purchase purchase, long customer) {
        long id = Cayenne.longPKForObject(purchase);
        long sum = Checksum.ofPurchase(id, customer, purchase.getLabel(), purchase.getPlaced());
        for (PurchaseLine line : purchase.getLines()) {
            sum += Checksum.ofLine(Cayenne.longPKForObject(line), id, line.getArticle(), line.getAmount());
        }
        return sum;
    }
}
