package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random registrations, removals and dispatches over a growing hierarchy of targets, each dispatch compared with what a model says that
 * keeps plain lists and works everything out anew.
 */
class ListenersModelTest {
    private static final int STEPS = 300;

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("grapnel.full") ? 5_000 : 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Tag("E-22")
    @Tag("E-23")
    @Tag("E-24")
    void everyDispatchCallsWhatTheModelSays(long seed) {
        Run run = new Run(seed);
        for (int step = 0; step < STEPS; step++) {
            run.step(step);
        }
    }

    /** What the model knows of one registration. */
    private static final class Entry {
        final Node node;
        final int listener;
        final ListenOptions options;
        final int number;
        boolean spent;
        Subscription real;

        Entry(Node node, int listener, ListenOptions options, int number) {
            this.node = node;
            this.listener = listener;
            this.options = options;
            this.number = number;
        }

        int rank() {
            return options.first() ? -number : number;
        }
    }

    /** A target with its plain lists: what was registered on it, and what runs on it without upstream. */
    private static final class Node {
        final Dispatch dispatch;
        final Node upstream;
        final boolean classLevel;
        final List<Node> children = new ArrayList<>();
        final List<Entry> registered = new ArrayList<>();
        final List<Entry> runs = new ArrayList<>();

        Node(String name, Node upstream, boolean classLevel) {
            Dispatch above = upstream == null ? null : upstream.dispatch;
            this.dispatch = classLevel
                    ? Dispatch.ofClassLevel(SampleEvents.CATALOG, name, above)
                    : Dispatch.of(SampleEvents.CATALOG, name, above);
            this.upstream = upstream;
            this.classLevel = classLevel;
        }

        Entry find(int listener) {
            return registered.stream()
                    .filter(entry -> entry.listener == listener)
                    .findAny()
                    .orElse(null);
        }

        void place(Entry entry, boolean front) {
            if (!runs.contains(entry)) {
                runs.add(front ? 0 : runs.size(), entry);
            }
            if (entry.options.propagate()) {
                children.forEach(child -> child.place(entry, front));
            }
        }

        void inherit(Node parent) {
            parent.children.add(this);
            parent.runs.stream().filter(entry -> entry.options.propagate()).forEach(entry -> place(entry, false));
        }

        List<Entry> inOrder() {
            List<Entry> all = new ArrayList<>();
            Node classes = classLevel ? this : upstream;
            for (Node at = classes; at != null; at = at.upstream) {
                all.addAll(at.runs);
            }
            all.sort(Comparator.comparingInt(Entry::rank));
            if (!classLevel) {
                all.addAll(runs);
            }
            return all;
        }
    }

    private static final class Run {
        private final String name;
        private final Random random;
        private final Trace trace = new Trace();
        private final List<Watcher<Object>> listeners = new ArrayList<>();
        private final List<Node> nodes = new ArrayList<>();
        private final List<Entry> everything = new ArrayList<>();
        private int step;

        Run(long seed) {
            this.name = "seed " + seed;
            this.random = new Random(seed);
            for (int i = 0; i < 8; i++) {
                listeners.add(trace.as("L" + i));
            }
            nodes.add(new Node("T0", null, true));
        }

        void step(int number) {
            step = number;
            int dice = random.nextInt(100);
            if (dice < 4) {
                grow();
            } else if (dice < 40) {
                listen(any(nodes), random.nextInt(listeners.size()), options());
            } else if (dice < 55) {
                remove(any(nodes), random.nextInt(listeners.size()));
            } else if (dice < 60 && !everything.isEmpty()) {
                close(any(everything));
            } else {
                dispatch(any(nodes));
            }
        }

        private void grow() {
            Node other = any(nodes);
            boolean classLevel = other.classLevel && random.nextBoolean();
            Node made = new Node("T" + nodes.size(), other.classLevel ? other : other.upstream, classLevel);
            nodes.add(made);
            if (!other.classLevel) {
                made.inherit(other);
                made.dispatch.inherit(other.dispatch);
            }
        }

        private void listen(Node node, int listener, ListenOptions options) {
            Subscription real = node.dispatch.listen(SampleEvents.PING, listeners.get(listener), options);
            Entry known = node.find(listener);
            if (known == null) {
                known = new Entry(node, listener, options, everything.size() + 1);
                known.real = real;
                everything.add(known);
                node.registered.add(known);
                node.place(known, options.first());
            }
            assertThat(real).as(where()).isSameAs(known.real);
        }

        private void remove(Node node, int listener) {
            Entry known = node.find(listener);
            Watcher<Object> watcher = listeners.get(listener);
            assertThat(node.dispatch.contains(SampleEvents.PING, watcher))
                    .as(where())
                    .isEqualTo(known != null);
            if (known == null) {
                assertThatThrownBy(() -> node.dispatch.remove(SampleEvents.PING, watcher))
                        .as(where())
                        .isInstanceOf(NoSuchListenerException.class);
            } else {
                node.dispatch.remove(SampleEvents.PING, watcher);
                forget(known);
            }
        }

        private void close(Entry entry) {
            entry.real.close();
            forget(entry);
        }

        private void forget(Entry entry) {
            entry.node.registered.remove(entry);
            nodes.forEach(node -> node.runs.remove(entry));
            assertThat(entry.real.isActive()).as(where()).isFalse();
        }

        private void dispatch(Node node) {
            List<String> expected = new ArrayList<>();
            for (Entry entry : node.inOrder()) {
                if (!entry.spent) {
                    expected.add("L" + entry.listener);
                    entry.spent = entry.options.once();
                }
            }
            assertThat(trace.ofPing(node.dispatch)).as(where()).isEqualTo(expected);
            assertThat(node.dispatch.listeners(SampleEvents.PING).isEmpty())
                    .as(where())
                    .isEqualTo(node.inOrder().isEmpty());
        }

        private ListenOptions options() {
            return new ListenOptions(
                    random.nextInt(5) == 0, random.nextInt(3) == 0, random.nextBoolean(), false, false);
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private String where() {
            return name + ", step " + step;
        }
    }
}
