package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan. Actions on all objects of a hierarchy are broken into actions on single ones where rows depend on each other in a
 * circle (rule U-4).
 *
 * <p>They say themselves when they are equal: what a record generates for that makes some sixty classes when it is first called, in the first flush of a
 * program.
 */
public sealed interface Action {
    /** What orders actions of one layer: kind, then class (rule U-order). */
    String sortKey();

    /** Inserts and updates all objects of a hierarchy that are to be saved. */
    record SaveAll(Mapper base) implements Action {
        @Override
        public String sortKey() {
            return "3" + base.type().getName();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SaveAll same && base == same.base;
        }

        @Override
        public int hashCode() {
            return base.hashCode();
        }
    }

    /** Deletes all objects of a hierarchy that are to be deleted. */
    record DeleteAll(Mapper base) implements Action {
        @Override
        public String sortKey() {
            return "0" + base.type().getName();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof DeleteAll same && base == same.base;
        }

        @Override
        public int hashCode() {
            return base.hashCode();
        }
    }

    /** Copies the keys of one relationship, or clears them. */
    record ProcessAll(DependencyRule rule, boolean deleting) implements Action {
        @Override
        public String sortKey() {
            return "2" + rule.sortKey() + deleting;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ProcessAll same && rule == same.rule && deleting == same.deleting;
        }

        @Override
        public int hashCode() {
            return 31 * rule.hashCode() + Boolean.hashCode(deleting);
        }
    }

    /** Writes keys by an update of their own. */
    record PostUpdateAll(Mapper base, boolean deleting) implements Action {
        @Override
        public String sortKey() {
            return "1" + base.type().getName() + deleting;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PostUpdateAll same && base == same.base && deleting == same.deleting;
        }

        @Override
        public int hashCode() {
            return 31 * base.hashCode() + Boolean.hashCode(deleting);
        }
    }

    /** Inserts or updates one object. */
    record SaveOne(InstanceState state, Mapper base) implements Action {
        @Override
        public String sortKey() {
            return "3" + base.type().getName();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SaveOne same && state == same.state && base == same.base;
        }

        @Override
        public int hashCode() {
            return state.hashCode();
        }
    }

    /** Deletes one object. */
    record DeleteOne(InstanceState state, Mapper base) implements Action {
        @Override
        public String sortKey() {
            return "0" + base.type().getName();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof DeleteOne same && state == same.state && base == same.base;
        }

        @Override
        public int hashCode() {
            return state.hashCode();
        }
    }

    /**
     * Stands for all the single actions that an action was broken into: what is before them is before it, or it is before what is behind them. Only in
     * the order of actions, never in a plan; it spares an edge from each to each.
     *
     * @param broken the action
     * @param isEntry whether it stands before the single actions, otherwise behind them
     */
    record Gate(Action broken, boolean isEntry) implements Action {
        @Override
        public String sortKey() {
            return broken.sortKey();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Gate same && broken.equals(same.broken) && isEntry == same.isEntry;
        }

        @Override
        public int hashCode() {
            return 31 * broken.hashCode() + Boolean.hashCode(isEntry);
        }
    }

    /** Copies or clears the keys of one relationship of one object. */
    record ProcessOne(DependencyRule rule, boolean deleting, InstanceState state) implements Action {
        @Override
        public String sortKey() {
            return "2" + rule.sortKey() + deleting;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ProcessOne same
                    && rule == same.rule
                    && deleting == same.deleting
                    && state == same.state;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * rule.hashCode() + Boolean.hashCode(deleting)) + state.hashCode();
        }
    }
}
