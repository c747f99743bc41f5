package dev.grapnel.sql.query;

import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.GroupField;
import org.jooq.OrderField;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a query says about its rows. Not changed once it is handed out. */
final class Clauses implements Structured {
    static final Clauses NONE = new Clauses();

    private Condition condition = DSL.noCondition();
    private List<GroupField> group = List.of();
    private Condition having = DSL.noCondition();
    private List<OrderField<?>> order = List.of();
    private RowRange range = RowRange.ALL;
    private boolean distinct;
    private @Nullable RowLock lock;

    private Clauses() {}

    private Clauses changed(Consumer<Clauses> change) {
        Clauses copy = new Clauses();
        copy.condition = condition;
        copy.group = group;
        copy.having = having;
        copy.order = order;
        copy.range = range;
        copy.distinct = distinct;
        copy.lock = lock;
        change.accept(copy);
        return copy;
    }

    // ---- refining ----

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

    /** The same rows, whatever their order, range and lock. */
    Clauses rowsAlone() {
        return changed(copy -> {
            copy.order = List.of();
            copy.range = RowRange.ALL;
            copy.lock = null;
        });
    }

    // ---- what is said ----

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

    /** Whether an object may have several rows, or rows may not stand for objects. */
    boolean isPlain() {
        return !distinct && group.isEmpty();
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.token(distinct);
        structure.part(condition);
        structure.parts(group);
        structure.part(having);
        structure.parts(order);
        structure.part(range);
        if (lock != null) {
            structure.part(lock);
        }
    }

    /** Tells a statement all but the range, the order and the lock. */
    void applyTo(SelectQuery<?> select) {
        select.setDistinct(distinct);
        select.addConditions(condition);
        if (!group.isEmpty()) {
            select.addGroupBy(group);
        }
        select.addHaving(having);
    }
}
