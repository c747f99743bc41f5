package dev.grapnel.core.flush.execute;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of the objects that are written together (rules M-5, M-7). */
public final class BatchOrder {
    private BatchOrder() {}

    /**
     * Orders objects: new ones as they were added, then persistent ones by their keys.
     *
     * @param states of the objects
     * @return a new list
     */
    public static List<InstanceState> of(List<InstanceState> states) {
        List<InstanceState> pending = new ArrayList<>(states.size());
        List<InstanceState> persistent = new ArrayList<>(0);
        boolean inOrder = true;
        int latest = 0;
        for (InstanceState state : states) {
            if (state.hasKey()) {
                persistent.add(state);
            } else {
                pending.add(state);
                inOrder &= state.insertOrder() >= latest;
                latest = state.insertOrder();
            }
        }
        if (!inOrder) {
            pending.sort(Comparator.comparingInt(InstanceState::insertOrder));
        }
        persistent.sort(Mapper::compareKeys);
        if (pending.isEmpty()) {
            return persistent;
        }
        pending.addAll(persistent);
        return pending;
    }
}
