package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan. Actions on all objects of a hierarchy are broken into actions on single ones where rows depend on each other in a
 * circle (rule U-4); those of one kind that stand in one layer are one step again.
 *
 * <p>Whole actions say themselves when they are equal: what a record generates for that makes some sixty classes when it is first called, in the first
 * flush of a program.
 */
public sealed interface Action {
    /** An action on all objects that it concerns; the plan of a flush has each once. */
    sealed interface Whole extends Action {
        /** What orders actions of one layer: kind, then class (rule U-order). */
        String sortKey();
    }

    /** A whole action that can be broken up. */
    sealed interface Divisible extends Whole {
        /** The same on some objects only. */
        Action on(List<InstanceState> some);
    }

    /** Inserts and updates all objects of a hierarchy that are to be saved. */
    record SaveAll(Mapper base) implements Divisible {
        @Override
        public Action on(List<InstanceState> some) {
            return new SaveSome(base, some);
        }

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
    record DeleteAll(Mapper base) implements Divisible {
        @Override
        public Action on(List<InstanceState> some) {
            return new DeleteSome(base, some);
        }

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
    record ProcessAll(DependencyRule rule, boolean deleting) implements Divisible {
        @Override
        public Action on(List<InstanceState> some) {
            return new ProcessSome(rule, deleting, some);
        }

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
    record PostUpdateAll(Mapper base, boolean deleting) implements Whole {
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

    /** Inserts or updates some objects of a hierarchy. */
    record SaveSome(Mapper base, List<InstanceState> states) implements Action {}

    /** Deletes some objects of a hierarchy. */
    record DeleteSome(Mapper base, List<InstanceState> states) implements Action {}

    /** Copies or clears the keys of one relationship of some objects. */
    record ProcessSome(DependencyRule rule, boolean deleting, List<InstanceState> states) implements Action {}
}
