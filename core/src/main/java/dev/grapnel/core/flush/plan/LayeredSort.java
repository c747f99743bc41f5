package dev.grapnel.core.flush.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Orders actions by what depends on what: in layers, each of all actions without an open predecessor (rule U-order).
 *
 * <p>Linear in the number of actions and edges: each action counts its open predecessors.
 */
final class LayeredSort {
    private final Map<Action, Set<Action>> followers = new LinkedHashMap<>();

    void edge(Action before, Action after) {
        followers.computeIfAbsent(before, unused -> new LinkedHashSet<>()).add(after);
    }

    Map<Action, Set<Action>> edges() {
        return followers;
    }

    /** The actions in layers, inside a layer in the order given, and those on circles or behind one, which have no place. */
    FlushPlan plan(Collection<Action> actions) {
        Set<Action> all = new HashSet<>(actions);
        Map<Action, Integer> open = new HashMap<>();
        followers.forEach((before, afters) -> {
            if (all.contains(before)) {
                afters.forEach(after -> open.merge(after, 1, Integer::sum));
            }
        });
        Map<Action, Integer> position = new HashMap<>();
        actions.forEach(action -> position.put(action, position.size()));
        List<List<Action>> layers = new ArrayList<>();
        List<Action> ready = new ArrayList<>(
                actions.stream().filter(action -> !open.containsKey(action)).toList());
        while (!ready.isEmpty()) {
            layers.add(ready);
            List<Action> next = new ArrayList<>();
            for (Action action : ready) {
                for (Action after : followers.getOrDefault(action, Set.of())) {
                    if (all.contains(after) && open.merge(after, -1, Integer::sum) == 0) {
                        next.add(after);
                    }
                }
            }
            next.sort(java.util.Comparator.comparing(position::get));
            ready = next;
        }
        Set<Action> stuck = new LinkedHashSet<>(actions);
        layers.forEach(stuck::removeAll);
        return new FlushPlan(layers, stuck);
    }

    /** The actions that lie on a circle of dependencies. */
    Set<Action> circles() {
        return new Circles().find();
    }

    /** Tarjan's strongly connected components, without recursion. */
    private final class Circles {
        private final Map<Action, Integer> number = new HashMap<>();
        private final Map<Action, Integer> low = new HashMap<>();
        private final Deque<Action> open = new ArrayDeque<>();
        private final Set<Action> isOpen = new HashSet<>();
        private final Set<Action> found = new LinkedHashSet<>();

        Set<Action> find() {
            for (Action start : new ArrayList<>(followers.keySet())) {
                if (!number.containsKey(start)) {
                    walk(start);
                }
            }
            return found;
        }

        private void walk(Action start) {
            Deque<Frame> frames = new ArrayDeque<>();
            frames.push(enter(start));
            while (!frames.isEmpty()) {
                Frame frame = frames.peek();
                if (frame.rest.hasNext()) {
                    Action next = frame.rest.next();
                    if (!number.containsKey(next)) {
                        frames.push(enter(next));
                    } else if (isOpen.contains(next)) {
                        low.merge(frame.action, number.get(next), Math::min);
                    }
                } else {
                    frames.pop();
                    leave(frame.action);
                    if (!frames.isEmpty()) {
                        low.merge(frames.peek().action, low.get(frame.action), Math::min);
                    }
                }
            }
        }

        private Frame enter(Action action) {
            number.put(action, number.size());
            low.put(action, number.get(action));
            open.push(action);
            isOpen.add(action);
            return new Frame(action, followers.getOrDefault(action, Set.of()).iterator());
        }

        private void leave(Action action) {
            if (!Objects.equals(low.get(action), number.get(action))) {
                return;
            }
            List<Action> component = new ArrayList<>();
            Action member;
            do {
                member = open.pop();
                isOpen.remove(member);
                component.add(member);
            } while (member != action);
            if (component.size() > 1 || followers.getOrDefault(action, Set.of()).contains(action)) {
                found.addAll(component);
            }
        }
    }

    private record Frame(Action action, java.util.Iterator<Action> rest) {}
}
