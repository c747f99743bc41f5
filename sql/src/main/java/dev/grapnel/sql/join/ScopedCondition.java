package dev.grapnel.sql.join;

import dev.grapnel.sql.mapping.EntityTables;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.impl.CustomCondition;

/** A condition in which the attributes of a class mean some tables. Made while a statement is built; its structure was noted before. */
final class ScopedCondition extends CustomCondition {
    private static final long serialVersionUID = 1L;

    private final transient EntityTables meant;
    private final Condition condition;

    ScopedCondition(EntityTables meant, Condition condition) {
        this.meant = meant;
        this.condition = condition;
    }

    @Override
    public void accept(Context<?> context) {
        EntityScope.visit(context, meant, condition);
    }
}
