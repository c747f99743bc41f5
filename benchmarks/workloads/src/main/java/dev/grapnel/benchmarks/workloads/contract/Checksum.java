package dev.grapnel.benchmarks.workloads.contract;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Figures to which loaded objects are added up, so that what was loaded can be compared with what is there. The order makes no difference. */
public final class Checksum {
    private static final long STEP = 31;

    private Checksum() {}

    /**
     * The figure of a product.
     *
     * @param id its key
     * @param name its name
     * @param maker its maker
     * @param price its price; trailing zeros make no difference
     * @param stock its stock
     * @param since its day
     * @return the figure, to be added to those of others
     */
    public static long ofProduct(long id, String name, String maker, BigDecimal price, int stock, LocalDate since) {
        return (((id * STEP + name.hashCode()) * STEP + maker.hashCode()) * STEP
                                + price.movePointRight(2).longValueExact())
                        * STEP
                + stock * STEP
                + since.toEpochDay();
    }

    /**
     * The figure of a customer, without its purchases.
     *
     * @param id its key
     * @param name its name
     * @param city its city
     * @return the figure, to be added to those of others
     */
    public static long ofCustomer(long id, String name, String city) {
        return (id * STEP + name.hashCode()) * STEP + city.hashCode();
    }

    /**
     * The figure of a purchase, without its lines.
     *
     * @param id its key
     * @param customer the key of the customer that it was found below
     * @param label its label
     * @param placed its day
     * @return the figure, to be added to those of others
     */
    public static long ofPurchase(long id, long customer, String label, LocalDate placed) {
        return ((id * STEP + customer) * STEP + label.hashCode()) * STEP + placed.toEpochDay();
    }

    /**
     * The figure of a line.
     *
     * @param id its key
     * @param purchase the key of the purchase that it was found below
     * @param article its article
     * @param amount its amount
     * @return the figure, to be added to those of others
     */
    public static long ofLine(long id, long purchase, String article, int amount) {
        return ((id * STEP + purchase) * STEP + article.hashCode()) * STEP + amount;
    }
}
