package dev.grapnel.mongo.schema;

import java.math.BigDecimal;
import java.math.MathContext;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Numbers of one kind made of numbers of another, if nothing is lost. */
final class Numbers {
    private Numbers() {}

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
        if (value instanceof Decimal128 decimal) {
            return decimal.bigDecimalValue().round(precision);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.round(precision);
        }
        return value instanceof Number number ? new BigDecimal(number.toString(), precision) : null;
    }
}
