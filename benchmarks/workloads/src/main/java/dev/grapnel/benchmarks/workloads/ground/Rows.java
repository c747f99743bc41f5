package dev.grapnel.benchmarks.workloads.ground;

import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The values that the workloads write and read, the same in each run, and the sums that come of them. */
public final class Rows {
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 2_000;
    private static final int MAKERS = 100;
    private static final int STOCKS = 1_000;

    private Rows() {}

    /**
     * Makes the values of products.
     *
     * @param count how many
     * @return the values; stock is below 1,000
     */
    public static List<ProductRow> products(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(at -> new ProductRow(
                        "product " + at,
                        "maker " + at % MAKERS,
                        BigDecimal.valueOf(at, 2),
                        at % STOCKS,
                        FIRST_DAY.plusDays(at % DAYS)))
                .toList();
    }

    /**
     * Makes the values of graphs.
     *
     * @param customers how many customers
     * @param purchases how many for each customer
     * @param lines how many for each purchase
     * @return the values
     */
    public static List<CustomerRow> graphs(int customers, int purchases, int lines) {
        return IntStream.rangeClosed(1, customers)
                .mapToObj(at -> new CustomerRow(
                        "customer " + at,
                        "city " + at % MAKERS,
                        IntStream.rangeClosed(1, purchases)
                                .mapToObj(number -> purchase(at, number, lines))
                                .toList()))
                .toList();
    }

    private static PurchaseRow purchase(int customer, int number, int lines) {
        return new PurchaseRow(
                "purchase " + customer + "/" + number,
                FIRST_DAY.plusDays((customer + number) % DAYS),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> new LineRow("article " + line, customer % MAKERS + line))
                        .toList());
    }

    /**
     * Adds up products as {@link Ground} numbers them.
     *
     * @param rows the values
     * @return the sum of {@link Checksum#ofProduct}
     */
    public static long sumOfProducts(List<ProductRow> rows) {
        return IntStream.range(0, rows.size())
                .mapToLong(at -> sum(at + 1, rows.get(at)))
                .sum();
    }

    /**
     * Adds up one product.
     *
     * @param key its key
     * @param row its values
     * @return {@link Checksum#ofProduct}
     */
    public static long sum(long key, ProductRow row) {
        return Checksum.ofProduct(key, row.name(), row.maker(), row.price(), row.stock(), row.since());
    }

    /**
     * Adds up graphs as {@link Ground} numbers them.
     *
     * @param rows the values
     * @return the sum over customers, purchases and lines
     */
    public static long sumOfGraphs(List<CustomerRow> rows) {
        long sum = 0;
        long customer = 0;
        long purchase = 0;
        long line = 0;
        for (CustomerRow row : rows) {
            sum += Checksum.ofCustomer(++customer, row.name(), row.city());
            for (PurchaseRow below : row.purchases()) {
                sum += Checksum.ofPurchase(++purchase, customer, below.label(), below.placed());
                for (LineRow leaf : below.lines()) {
                    sum += Checksum.ofLine(++line, purchase, leaf.article(), leaf.amount());
                }
            }
        }
        return sum;
    }
}
