package dev.grapnel.mongo.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Numbers of one kind made of numbers of another, if nothing is lost. */
final class Numbers {
    private static final int MOST_DIGITS = 34;
    private static final int SURELY_IN_RANGE = 6000;

    private Numbers() {}

    /** A number as the driver has it; none that would come back as another one, or not at all. */
    static @Nullable Object simple(Object value) {
        boolean isLarge = value instanceof Decimal128 || value instanceof BigDecimal || value instanceof BigInteger;
        return value instanceof Number && !isLarge ? value : null;
    }

    /** A whole number, an {@code Integer} where it fits; null if it is none. */
    static @Nullable Object whole(Object value) {
        if (value instanceof Integer) {
            return value;
        }
        Long number = wholeLong(value);
        return number == null ? null : number == number.intValue() ? (Object) number.intValue() : number;
    }

    static @Nullable Integer wholeInt(Object value) {
        return whole(value) instanceof Integer number ? number : null;
    }

    static @Nullable Long wholeLong(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            double fraction = ((Number) value).doubleValue();
            return fraction == Math.rint(fraction) && Math.abs(fraction) < 0x1p63 ? (Long) (long) fraction : null;
        }
        return null;
    }

    static @Nullable Short wholeShort(Object value) {
        Long number = wholeLong(value);
        return number != null && number == number.shortValue() ? (Short) number.shortValue() : null;
    }

    static @Nullable Double fraction(Object value) {
        return value instanceof Number number && !(value instanceof Decimal128) ? (Double) number.doubleValue() : null;
    }

    static @Nullable Float shortFraction(Object value) {
        return value instanceof Number number && !(value instanceof Decimal128) ? (Float) number.floatValue() : null;
    }

    static @Nullable BigDecimal decimal(Object value, MathContext precision) {
        BigDecimal exact = exact(value);
        return exact == null ? null : storable(exact.round(precision));
    }

    private static @Nullable BigDecimal exact(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        } else if (value instanceof Decimal128 stored) {
            return exact(stored);
        }
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? new BigDecimal(number.toString())
                : null;
    }

    /** What Java has no decimal for is none; a zero below zero is zero. */
    private static @Nullable BigDecimal exact(Decimal128 stored) {
        if (stored.isNaN() || stored.isInfinite()) {
            return null;
        } else if (!stored.isNegative()) {
            return stored.bigDecimalValue();
        }
        long positive = stored.getHigh() & Long.MAX_VALUE;
        return Decimal128.fromIEEE754BIDEncoding(positive, stored.getLow())
                .bigDecimalValue()
                .negate();
    }

    private static BigDecimal storable(BigDecimal decimal) {
        if (decimal.precision() > MOST_DIGITS || Math.abs((long) decimal.scale()) > SURELY_IN_RANGE) {
            try {
                Decimal128 unused = new Decimal128(decimal);
            } catch (NumberFormatException outside) {
                throw new InvalidValueException(
                        decimal + " does not fit: documents have decimal numbers of " + MOST_DIGITS
                                + " digits with exponents from -6176 to 6111",
                        outside);
            }
        }
        return decimal;
    }
}
