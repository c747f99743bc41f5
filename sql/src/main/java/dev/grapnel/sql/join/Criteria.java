package dev.grapnel.sql.join;

import dev.grapnel.sql.mapping.EntityTables;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Conditions on classes that hold wherever a statement has these classes (rule G-16). */
@FunctionalInterface
public interface Criteria {
    /**
     * What has to hold for a class.
     *
     * @param tables of the class in the statement
     * @return the condition; no condition if nothing is said about the class
     */
    Condition on(EntityTables tables);

    /**
     * A condition whose questions about related objects obey these criteria.
     *
     * @param condition any
     * @return the same, with these criteria
     */
    default Condition within(Condition condition) {
        return new Obeying(this, condition);
    }

    /** What has to hold for a class at a place of a statement. */
    static Condition at(Context<?> context, EntityTables tables) {
        Criteria criteria = (Criteria) context.data(Criteria.class);
        return criteria == null ? DSL.noCondition() : criteria.on(tables);
    }

    /**
     * The condition that rows of a class obey the criteria of the statement around; for a subquery that is made before that statement.
     *
     * @param tables of the class in the subquery
     * @return the condition
     */
    static Condition around(EntityTables tables) {
        return new Around(tables);
    }

    /** What criteria of the statement around say. */
    final class Around extends CustomCondition {
        private static final long serialVersionUID = 1L;

        private final transient EntityTables tables;

        private Around(EntityTables tables) {
            this.tables = tables;
        }

        @Override
        public void accept(Context<?> context) {
            context.visit(at(context, tables));
        }
    }

    /** A condition rendered with criteria. Its structure was noted before. */
    final class Obeying extends CustomCondition {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable Criteria criteria;
        private final Condition condition;

        private Obeying(Criteria criteria, Condition condition) {
            this.criteria = criteria;
            this.condition = condition;
        }

        @Override
        public void accept(Context<?> context) {
            Object around = context.data(Criteria.class, criteria);
            try {
                context.visit(condition);
            } finally {
                if (around == null) {
                    context.data().remove(Criteria.class);
                } else {
                    context.data(Criteria.class, around);
                }
            }
        }
    }
}
