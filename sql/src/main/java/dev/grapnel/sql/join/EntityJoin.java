package dev.grapnel.sql.join;

import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.structure.StructureWriter;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Objects of any class joined by a condition.
 *
 * @param type the class
 * @param name the name under which the statement is to have them, or null for their own
 * @param on the condition
 * @param outer whether rows without such objects stay
 */
public record EntityJoin(Class<?> type, @Nullable String name, Condition on, boolean outer) implements Joined {
    @Override
    public void describe(StructureWriter structure) {
        structure.token(type).token(name == null ? "" : name).token(outer).part(on);
    }

    @Override
    public EntityTables target() {
        return EntityTables.of(MappedClasses.mapperOf(type, this), name);
    }

    @Override
    public Table<Record> to(Table<Record> left, StatementTables present, Condition criteria) {
        EntityTables target = target();
        present.add(this, target);
        Condition all = on.and(target.ofClass()).and(criteria);
        return outer
                ? left.leftJoin(target.from()).on(all)
                : left.join(target.from()).on(all);
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
