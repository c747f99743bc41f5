package dev.grapnel.sql.query;

import dev.grapnel.sql.join.Joined;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.GroupField;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectQuery;
import org.jooq.WithStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a query says about its rows. Not changed once it is handed out. */
final class Clauses implements Structured {
    static final Clauses NONE = new Clauses();

    private List<Joined> joins = List.of();
    private Condition condition = DSL.noCondition();
    private List<GroupField> group = List.of();
    private Condition having = DSL.noCondition();
    private List<OrderField<?>> order = List.of();
    private RowRange range = RowRange.ALL;
    private boolean distinct;
    private @Nullable RowLock lock;
    private @Nullable Combination combination;
    private List<CommonTableExpression<?>> expressions = List.of();
    private boolean recursive;
    private boolean part;

    private Clauses() {}

    private Clauses changed(Consumer<Clauses> change) {
        Clauses copy = new Clauses();
        copy.joins = joins;
        copy.condition = condition;
        copy.group = group;
        copy.having = having;
        copy.order = order;
        copy.range = range;
        copy.distinct = distinct;
        copy.lock = lock;
        copy.combination = combination;
        copy.expressions = expressions;
        copy.recursive = recursive;
        copy.part = part;
        change.accept(copy);
        return copy;
    }

    // ---- refining ----

    Clauses join(Joined further) {
        List<Joined> grown = new ArrayList<>(joins);
        grown.add(further);
        return changed(copy -> copy.joins = grown);
    }

    Clauses where(Condition... conditions) {
        return changed(copy -> copy.condition = all(copy.condition, conditions));
    }

    private static Condition all(Condition first, Condition... more) {
        Condition all = first;
        for (Condition condition : more) {
            all = all.and(condition);
        }
        return all;
    }

    Clauses groupBy(GroupField... fields) {
        return changed(copy -> copy.group = List.of(fields));
    }

    Clauses having(Condition... conditions) {
        return changed(copy -> copy.having = all(copy.having, conditions));
    }

    Clauses orderBy(OrderField<?>... fields) {
        return changed(copy -> copy.order = List.of(fields));
    }

    Clauses range(RowRange rows) {
        return changed(copy -> copy.range = rows);
    }

    Clauses distinct() {
        return changed(copy -> copy.distinct = true);
    }

    Clauses lock(RowLock taken) {
        return changed(copy -> copy.lock = taken);
    }

    /** The objects of this and another query together. */
    Clauses combined(Combination.Operator operator, Clauses other) {
        return NONE.changed(copy -> copy.combination =
                new Combination(operator, changed(part -> part.lock = null), other.changed(part -> part.lock = null)));
    }

    Clauses with(boolean mayReferToThemselves, CommonTableExpression<?>... tables) {
        List<CommonTableExpression<?>> grown = new ArrayList<>(expressions);
        grown.addAll(List.of(tables));
        return changed(copy -> {
            copy.expressions = grown;
            copy.recursive = recursive || mayReferToThemselves;
        });
    }

    /** The same rows, whatever their order, range and lock. */
    Clauses rowsAlone() {
        return changed(copy -> {
            copy.order = List.of();
            copy.range = RowRange.ALL;
            copy.lock = null;
        });
    }

    /** What each of several databases is asked: all rows that may be wanted, with the values of their order. */
    Clauses part() {
        return changed(copy -> {
            copy.range = range.fromTheFirst();
            copy.part = true;
        });
    }

    // ---- what is said ----

    boolean isPart() {
        return part;
    }

    boolean isDistinct() {
        return distinct;
    }

    boolean isGrouped() {
        return !group.isEmpty();
    }

    boolean restrictsGroups() {
        return !having.equals(DSL.noCondition());
    }

    List<Joined> joins() {
        return joins;
    }

    Condition condition() {
        return condition;
    }

    List<OrderField<?>> order() {
        return order;
    }

    RowRange range() {
        return range;
    }

    @Nullable RowLock lock() {
        return lock;
    }

    @Nullable Combination combination() {
        return combination;
    }

    /** The beginning of the statement. What a common table expression says cannot be foreseen. */
    SelectQuery<Record> select(List<? extends SelectFieldOrAsterisk> fields) {
        if (expressions.isEmpty()) {
            return DSL.select(fields).getQuery();
        }
        WithStep with = recursive ? DSL.withRecursive(expressions) : DSL.with(expressions);
        return with.select(fields).getQuery();
    }

    /** Whether each row stands for an object of its own. */
    boolean isPlain() {
        return joins.isEmpty() && !distinct && group.isEmpty();
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.parts(expressions);
        structure.token(distinct);
        structure.parts(joins);
        structure.part(condition);
        structure.parts(group);
        structure.part(having);
        structure.parts(order);
        structure.part(range);
        if (lock != null) {
            structure.part(lock);
        }
    }

    /** Whether no row is left out, and each stands for an object of its own. Rows that others have locked may be left out by a lock. */
    boolean isWhole() {
        return isPlain()
                && condition.equals(DSL.noCondition())
                && having.equals(DSL.noCondition())
                && range.isAll()
                && lock == null
                && combination == null;
    }

    /** Whether the range counts rows of which several may be for one object. */
    boolean countsRows() {
        return !joins.isEmpty() && !distinct && !range.isAll();
    }

    /** How many of the objects counted are within the range. */
    long within(long counted) {
        return countsRows() ? counted : range.within(counted);
    }

    /** Tells a statement all but the joins, the range, the order and the lock. */
    void applyTo(SelectQuery<?> select, UnaryOperator<Condition> obeying) {
        select.setDistinct(distinct);
        select.addConditions(obeying.apply(condition));
        if (!group.isEmpty()) {
            select.addGroupBy(group);
        }
        select.addHaving(having);
    }
}
