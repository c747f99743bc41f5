package dev.grapnel.core.flush.plan;

import dev.grapnel.core.flush.order.Circles;
import dev.grapnel.core.flush.order.Edges;
import dev.grapnel.core.flush.order.LayeredSort;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The actions of one plan by number, in the order in which they joined, and what comes before what.
 *
 * <p>A plan may have several actions for each object, so an action on a single one is no object itself: it is a state, and the number of the whole action
 * that it is broken from.
 */
final class ActionGraph {
    private static final int FIRST_SIZE = 16;
    private static final int GATE = -1;

    private final Map<Action.Whole, Integer> known = new HashMap<>();
    private final Map<Integer, Action.Whole> wholes = new HashMap<>();
    /** The number of the whole action that an action is or was broken from, or that it is a gate. */
    private int[] kinds = new int[FIRST_SIZE];
    /** The objects of single actions. */
    private @Nullable InstanceState[] states = new InstanceState[FIRST_SIZE];

    private int size;
    private Edges edges = new Edges();
    private final BitSet disabled = new BitSet();
    private BitSet circles = new BitSet();

    // ---- what it consists of ----

    int size() {
        return size;
    }

    /** The number of a whole action, which joins if it is new. */
    int of(Action.Whole action) {
        Integer number = known.get(action);
        if (number == null) {
            number = join(size, null);
            known.put(action, number);
            wholes.put(number, action);
        }
        return number;
    }

    /** The whole action of a number; null for others. */
    Action.@Nullable Whole whole(int number) {
        return wholes.get(number);
    }

    /** A new action on one object, broken from a whole one. */
    int single(int whole, InstanceState state) {
        return join(whole, state);
    }

    /** A new gate: many actions that something comes before or behind. */
    int gate() {
        return join(GATE, null);
    }

    private int join(int kind, @Nullable InstanceState state) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            states = Arrays.copyOf(states, 2 * size);
        }
        kinds[size] = kind;
        states[size] = state;
        return size++;
    }

    void before(int earlier, int later) {
        edges.add(earlier, later);
    }

    Edges edges() {
        return edges;
    }

    /** Puts other edges in the place of all there are. */
    void replaceEdges(Edges others) {
        edges = others;
    }

    /** Leaves an action out. */
    void disable(int action) {
        disabled.set(action);
    }

    boolean isDisabled(int action) {
        return disabled.get(action);
    }

    /** Finds out which actions lie on circles, which are left out from now on. */
    BitSet findCircles() {
        circles = Circles.of(edges, size);
        return circles;
    }

    boolean isOnCircle(int action) {
        return circles.get(action);
    }

    // ---- the plan ----

    /** All that is to be done, in layers. */
    FlushPlan plan() {
        int[] positions = new int[size];
        LayeredSort sort = new LayeredSort(edges, positions, place(positions));
        List<List<Action>> layers = new ArrayList<>(sort.layers().size());
        for (int[] layer : sort.layers()) {
            layers.add(together(layer));
        }
        return new FlushPlan(layers, together(sort.stuck()));
    }

    /** Gives each action its position: by sort key, and for the same key in the order in which it came up. Says how many have one. */
    private int place(int[] positions) {
        int[] ranks = ranks();
        int[] next = new int[ranks.length + 1];
        for (int number = 0; number < size; number++) {
            if (isPart(number)) {
                next[ranks[kinds[number]] + 1]++;
            }
        }
        for (int rank = 0; rank < ranks.length; rank++) {
            next[rank + 1] += next[rank];
        }
        int count = next[ranks.length];
        for (int number = 0; number < size; number++) {
            positions[number] = isPart(number)
                    ? next[ranks[kinds[number]]]++
                    : kinds[number] == GATE ? LayeredSort.GATE : LayeredSort.ABSENT;
        }
        return count;
    }

    private boolean isPart(int number) {
        return kinds[number] != GATE && !disabled.get(number) && !circles.get(number);
    }

    /** For the number of each whole action the rank of its sort key. */
    private int[] ranks() {
        Map<String, List<Integer>> bySortKey = new TreeMap<>();
        known.forEach((action, number) -> bySortKey
                .computeIfAbsent(action.sortKey(), unused -> new ArrayList<>(1))
                .add(number));
        int[] ranks = new int[size];
        int rank = 0;
        for (List<Integer> same : bySortKey.values()) {
            for (int number : same) {
                ranks[number] = rank;
            }
            rank++;
        }
        return ranks;
    }

    /** The actions of some numbers; single ones of one kind become one, where the first of them stands. */
    private List<Action> together(int[] numbers) {
        List<Action> together = new ArrayList<>();
        Map<Integer, List<InstanceState>> some = new HashMap<>();
        int latest = GATE;
        List<InstanceState> ofLatest = List.of();
        for (int number : numbers) {
            InstanceState state = states[number];
            if (state == null) {
                together.add(requireWhole(number));
                continue;
            }
            if (kinds[number] != latest) {
                latest = kinds[number];
                Action.Divisible broken = (Action.Divisible) requireWhole(latest);
                ofLatest = some.computeIfAbsent(latest, unused -> begin(broken, together));
            }
            ofLatest.add(state);
        }
        return together;
    }

    private static List<InstanceState> begin(Action.Divisible broken, List<Action> actions) {
        List<InstanceState> states = new ArrayList<>();
        actions.add(broken.on(states));
        return states;
    }

    private Action.Whole requireWhole(int number) {
        return Objects.requireNonNull(wholes.get(number));
    }
}
