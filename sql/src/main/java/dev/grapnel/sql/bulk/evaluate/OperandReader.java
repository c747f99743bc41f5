package dev.grapnel.sql.bulk.evaluate;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Reads fields of jOOQ: mapped columns, bound values, plain arithmetic on numbers. */
public final class OperandReader {
    private final TableMapper mapper;

    /**
     * Reads fields of statements on one class.
     *
     * @param mapper of the class
     */
    public OperandReader(TableMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads a field.
     *
     * @param field any
     * @return what it gives for an object
     * @throws NotEvaluableException if only a database knows
     */
    public Operand read(Field<?> field) throws NotEvaluableException {
        if (field instanceof Param<?> param) {
            Object value = param.getValue();
            return state -> value;
        }
        if (field instanceof QOM.Add<?> add) {
            return arithmetic(field, add.$arg1(), add.$arg2(), BigDecimal::add);
        }
        if (field instanceof QOM.Sub<?> sub) {
            return arithmetic(field, sub.$arg1(), sub.$arg2(), BigDecimal::subtract);
        }
        if (field instanceof QOM.Mul<?> mul) {
            return arithmetic(field, mul.$arg1(), mul.$arg2(), BigDecimal::multiply);
        }
        return attribute(attributeOf(field));
    }

    // ---- columns ----

    private String attributeOf(Field<?> field) throws NotEvaluableException {
        if (field instanceof ColumnAttribute<?, ?> attribute) {
            if (attribute.ownerType().isAssignableFrom(mapper.type())) {
                return attribute.attributeName();
            }
            throw new NotEvaluableException(field);
        }
        for (MappedColumn column : mapper.columns()) {
            if (column.column().field().equals(field)) {
                return column.attribute();
            }
        }
        throw new NotEvaluableException(field);
    }

    private static Operand attribute(String name) {
        return state -> {
            AttributeTracker attribute = ClassManager.of(state).tracker(name);
            Object value = attribute.get(state, Passive.NO_FETCH);
            return Marker.is(value) ? Marker.PASSIVE_NO_RESULT : value;
        };
    }

    // ---- arithmetic ----

    private Operand arithmetic(Field<?> whole, Field<?> left, Field<?> right, BinaryOperator<BigDecimal> operator)
            throws NotEvaluableException {
        if (!isNumber(left) || !isNumber(right)) {
            throw new NotEvaluableException(whole);
        }
        Operand one = read(left);
        Operand other = read(right);
        return state -> result(whole, one.of(state), other.of(state), operator);
    }

    private static boolean isNumber(Field<?> field) {
        return Number.class.isAssignableFrom(field.getType());
    }

    private static @Nullable Object result(
            Field<?> whole, @Nullable Object one, @Nullable Object other, BinaryOperator<BigDecimal> operator) {
        if (Marker.is(one) || Marker.is(other)) {
            return Marker.PASSIVE_NO_RESULT;
        }
        if (one instanceof Number left && other instanceof Number right) {
            return whole.getDataType().convert(operator.apply(Comparisons.exact(left), Comparisons.exact(right)));
        }
        return null;
    }
}
