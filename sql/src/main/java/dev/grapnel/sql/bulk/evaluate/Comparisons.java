package dev.grapnel.sql.bulk.evaluate;

import java.math.BigDecimal;
import java.util.Arrays;

/** Compares values as databases do: numbers by what they are worth, bytes one by one. */
final class Comparisons {
    private Comparisons() {}

    static boolean equal(Object one, Object other) {
        if (one instanceof byte[] bytes && other instanceof byte[] others) {
            return Arrays.equals(bytes, others);
        }
        if (one instanceof Number left && other instanceof Number right) {
            return exact(left).compareTo(exact(right)) == 0;
        }
        return one.equals(other);
    }

    @SuppressWarnings("unchecked") // jOOQ gives both sides of a comparison one type
    static int compare(Object one, Object other) {
        if (one instanceof Number left && other instanceof Number right) {
            return exact(left).compareTo(exact(right));
        }
        return ((Comparable<Object>) one).compareTo(other);
    }

    static BigDecimal exact(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}
