package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;

/**
 * One step of a plan. Actions on all objects of a hierarchy are broken into actions on single ones where rows depend on each other in a
 * circle (rule U-4).
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
    }

    /** Deletes all objects of a hierarchy that are to be deleted. */
    record DeleteAll(Mapper base) implements Action {
        @Override
        public String sortKey() {
            return "0" + base.type().getName();
        }
    }

    /** Copies the keys of one relationship, or clears them. */
    record ProcessAll(DependencyRule rule, boolean deleting) implements Action {
        @Override
        public String sortKey() {
            return "2" + rule.sortKey() + deleting;
        }
    }

    /** Writes keys by an update of their own. */
    record PostUpdateAll(Mapper base, boolean deleting) implements Action {
        @Override
        public String sortKey() {
            return "1" + base.type().getName() + deleting;
        }
    }

    /** Inserts or updates one object. */
    record SaveOne(InstanceState state, Mapper base) implements Action {
        @Override
        public String sortKey() {
            return "3" + base.type().getName();
        }
    }

    /** Deletes one object. */
    record DeleteOne(InstanceState state, Mapper base) implements Action {
        @Override
        public String sortKey() {
            return "0" + base.type().getName();
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
    }

    /** Copies or clears the keys of one relationship of one object. */
    record ProcessOne(DependencyRule rule, boolean deleting, InstanceState state) implements Action {
        @Override
        public String sortKey() {
            return "2" + rule.sortKey() + deleting;
        }
    }
}
