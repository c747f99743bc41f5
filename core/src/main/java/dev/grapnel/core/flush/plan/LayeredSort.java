package dev.grapnel.core.flush.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
        return new Layers(actions).plan();
    }

    /** The actions that lie on a circle of dependencies. */
    Set<Action> circles() {
        return new Circles().find();
    }

    /** Takes away one layer after the other. A gate has no place in a layer: it opens when the last action before it is done. */
    private final class Layers {
        private final Collection<Action> actions;
        private final Map<Action, Integer> position = new HashMap<>();
        private final Map<Action, Integer> open = new HashMap<>();

        Layers(Collection<Action> actions) {
            this.actions = actions;
            actions.forEach(action -> position.put(action, position.size()));
            followers.forEach((before, afters) -> {
                if (isPart(before)) {
                    afters.forEach(after -> open.merge(after, 1, Integer::sum));
                }
            });
        }

        private boolean isPart(Action action) {
            return action instanceof Action.Gate || position.containsKey(action);
        }

        FlushPlan plan() {
            List<List<Action>> layers = new ArrayList<>();
            Set<Action> stuck = new LinkedHashSet<>(actions);
            List<Action> ready = first();
            while (!ready.isEmpty()) {
                layers.add(ready);
                ready.forEach(stuck::remove);
                List<Action> next = new ArrayList<>();
                ready.forEach(action -> release(action, next));
                next.sort(Comparator.comparing(position::get));
                ready = next;
            }
            return new FlushPlan(layers, stuck);
        }

        private List<Action> first() {
            List<Action> ready = new ArrayList<>();
            actions.stream().filter(action -> !open.containsKey(action)).forEach(ready::add);
            List<Action> unguarded = followers.keySet().stream()
                    .filter(action -> action instanceof Action.Gate && !open.containsKey(action))
                    .toList();
            unguarded.forEach(gate -> release(gate, ready));
            ready.sort(Comparator.comparing(position::get));
            return ready;
        }

        private void release(Action done, List<Action> ready) {
            for (Action after : followers.getOrDefault(done, Set.of())) {
                if (isPart(after) && open.merge(after, -1, Integer::sum) == 0) {
                    if (after instanceof Action.Gate) {
                        release(after, ready);
                    } else {
                        ready.add(after);
                    }
                }
            }
        }
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
