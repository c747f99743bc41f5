package dev.grapnel.sql.bulk.evaluate;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions of jOOQ: comparisons, null tests, AND, OR, NOT, IN.
 *
 * <p>AND and OR go from left to right and end where the answer is known; a value that is not in memory ends them too.
 */
public final class CheckReader {
    private final OperandReader operands;

    /**
     * Reads conditions of statements on one class.
     *
     * @param mapper of the class
     */
    public CheckReader(TableMapper mapper) {
        this.operands = new OperandReader(mapper);
    }

    /**
     * Reads a condition.
     *
     * @param condition as the application wrote it
     * @return the same for objects in memory
     * @throws NotEvaluableException if only a database knows
     */
    public Check read(Condition condition) throws NotEvaluableException {
        if (condition instanceof QOM.And and) {
            return and(read(and.$arg1()), read(and.$arg2()));
        }
        if (condition instanceof QOM.Or or) {
            return or(read(or.$arg1()), read(or.$arg2()));
        }
        if (condition instanceof QOM.Not not) {
            Check negated = read(not.$arg1());
            return state -> negated.of(state).negated();
        }
        if (condition instanceof QOM.CompareCondition<?, ?> comparison) {
            return comparison(comparison);
        }
        return simple(condition);
    }

    private Check simple(Condition condition) throws NotEvaluableException {
        if (condition instanceof QOM.IsNull test) {
            return isNull(operands.read(test.$arg1()));
        }
        if (condition instanceof QOM.IsNotNull test) {
            Check isNull = isNull(operands.read(test.$arg1()));
            return state -> isNull.of(state).negated();
        }
        if (condition instanceof QOM.InList<?> in) {
            return in(in.$arg1(), in.$arg2());
        }
        if (condition instanceof QOM.NotInList<?> notIn) {
            Check in = in(notIn.$arg1(), notIn.$arg2());
            return state -> in.of(state).negated();
        }
        return constant(condition);
    }

    private static Check constant(Condition condition) throws NotEvaluableException {
        if (condition instanceof QOM.True || condition.equals(DSL.noCondition())) {
            return state -> Truth.TRUE;
        }
        if (condition instanceof QOM.False) {
            return state -> Truth.FALSE;
        }
        throw new NotEvaluableException(condition);
    }

    // ---- connectives ----

    private static Check and(Check left, Check right) {
        return state -> {
            Truth first = left.of(state);
            if (first == Truth.FALSE || first == Truth.NOT_LOADED) {
                return first;
            }
            Truth second = right.of(state);
            return first == Truth.TRUE || second == Truth.FALSE ? second : first;
        };
    }

    private static Check or(Check left, Check right) {
        return state -> {
            Truth first = left.of(state);
            if (first.mayMatch()) {
                return first;
            }
            Truth second = right.of(state);
            return second == Truth.FALSE ? first : second;
        };
    }

    // ---- comparisons ----

    private Check comparison(QOM.CompareCondition<?, ?> comparison) throws NotEvaluableException {
        Field<?> left = comparison.$arg1();
        Field<?> right = comparison.$arg2();
        if (comparison instanceof QOM.Eq<?>) {
            return compare(left, right, Comparisons::equal);
        }
        if (comparison instanceof QOM.Ne<?>) {
            return compare(left, right, (one, other) -> !Comparisons.equal(one, other));
        }
        if (comparison instanceof QOM.Lt<?>) {
            return order(left, right, order -> order < 0);
        }
        if (comparison instanceof QOM.Le<?>) {
            return order(left, right, order -> order <= 0);
        }
        if (comparison instanceof QOM.Gt<?>) {
            return order(left, right, order -> order > 0);
        }
        if (comparison instanceof QOM.Ge<?>) {
            return order(left, right, order -> order >= 0);
        }
        throw new NotEvaluableException(comparison);
    }

    /** A database orders enums by their names or positions as they are kept, and other types by rules of its own. */
    private Check order(Field<?> left, Field<?> right, IntPredicate wanted) throws NotEvaluableException {
        Class<?> type = left.getType();
        if (!Comparable.class.isAssignableFrom(type) || type.isEnum()) {
            throw new NotEvaluableException(left);
        }
        return compare(left, right, (one, other) -> wanted.test(Comparisons.compare(one, other)));
    }

    private Check compare(Field<?> left, Field<?> right, BiPredicate<Object, Object> test)
            throws NotEvaluableException {
        Operand one = operands.read(left);
        Operand other = operands.read(right);
        return state -> compare(one.of(state), other.of(state), test);
    }

    private static Truth compare(@Nullable Object one, @Nullable Object other, BiPredicate<Object, Object> test) {
        if (Marker.is(one) || Marker.is(other)) {
            return Truth.NOT_LOADED;
        }
        return one == null || other == null ? Truth.UNKNOWN : Truth.of(test.test(one, other));
    }

    private static Check isNull(Operand operand) {
        return state -> {
            Object value = operand.of(state);
            return Marker.is(value) ? Truth.NOT_LOADED : Truth.of(value == null);
        };
    }

    /** The value is read once: a listener may hear of the read. */
    private Check in(Field<?> field, List<? extends Field<?>> list) throws NotEvaluableException {
        Operand value = operands.read(field);
        List<Operand> elements = new ArrayList<>(list.size());
        for (Field<?> element : list) {
            elements.add(operands.read(element));
        }
        return elements.isEmpty() ? state -> Truth.FALSE : state -> isAmong(value.of(state), elements, state);
    }

    private static Truth isAmong(@Nullable Object value, List<Operand> elements, InstanceState state) {
        Truth any = Truth.FALSE;
        for (Operand element : elements) {
            Truth one = compare(value, element.of(state), Comparisons::equal);
            if (one.mayMatch()) {
                return one;
            }
            any = one == Truth.FALSE ? any : one;
        }
        return any;
    }
}
