package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random registrations on classes that come into use and go out of it, compared with a model of plain lists. */
class ClassTargetsModelTest {
    private static final int STEPS = 200;

    interface Marked {}

    static class A {}

    static class B extends A implements Marked {}

    static class C extends B {}

    static class D extends B {}

    /** Each class with itself and its supertypes in the order in which held listeners are applied. */
    private static final Map<Class<?>, List<Class<?>>> SUPERTYPES = Map.of(
            Marked.class, List.of(Marked.class),
            A.class, List.of(A.class),
            B.class, List.of(B.class, A.class, Marked.class),
            C.class, List.of(C.class, B.class, A.class, Marked.class),
            D.class, List.of(D.class, B.class, A.class, Marked.class));

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("grapnel.full") ? 5_000 : 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Tag("E-19")
    @Tag("E-24")
    void everyDispatchCallsWhatTheModelSays(long seed) {
        Run run = new Run(seed);
        for (int step = 0; step < STEPS; step++) {
            run.step(step);
        }
    }

    private record Entry(Class<?> type, int listener, ListenOptions options, boolean held, Subscription real) {}

    private record Mapped(Class<?> type, Dispatch dispatch, Mapped parent, List<Mapped> children, List<Entry> runs) {
        void place(Entry entry, boolean front) {
            if (runs.stream().noneMatch(known -> known == entry)) {
                runs.add(front ? 0 : runs.size(), entry);
            }
            if (entry.options.propagate()) {
                children.forEach(child -> child.place(entry, front));
            }
        }
    }

    private static final class Run {
        private static final List<Class<?>> TYPES = List.of(Marked.class, A.class, B.class, C.class, D.class);

        private final String name;
        private final Random random;
        private final Trace trace = new Trace();
        private final List<Watcher<Object>> listeners = new ArrayList<>();
        private final ClassTargets targets;
        private final List<Entry> registered = new ArrayList<>();
        private final Map<Class<?>, Mapped> mapped = new HashMap<>();
        private int step;

        Run(long seed) {
            name = "seed " + seed;
            random = new Random(seed);
            targets = random.nextBoolean()
                    ? ClassTargets.of(SampleEvents.CATALOG)
                    : ClassTargets.processWide(SampleEvents.CATALOG);
            for (int i = 0; i < 6; i++) {
                listeners.add(trace.as("L" + i));
            }
        }

        void step(int number) {
            step = number;
            Class<?> type = TYPES.get(random.nextInt(TYPES.size()));
            int listener = random.nextInt(listeners.size());
            int dice = random.nextInt(100);
            if (dice < 35) {
                listen(type, listener);
            } else if (dice < 50) {
                remove(type, listener);
            } else if (dice < 60) {
                attach(type);
            } else if (dice < 65) {
                detach(type);
            } else {
                dispatch(type);
            }
        }

        private void listen(Class<?> type, int listener) {
            ListenOptions options =
                    new ListenOptions(false, random.nextInt(3) == 0, random.nextBoolean(), false, false);
            Subscription real = targets.on(type).listen(SampleEvents.PING, listeners.get(listener), options);
            Entry known = find(type, listener);
            if (known == null) {
                register(new Entry(type, listener, options, !mapped.containsKey(type), real));
            } else {
                assertThat(real).as(where()).isSameAs(known.real);
            }
        }

        private void register(Entry entry) {
            registered.add(entry);
            if (!entry.held) {
                mapped.get(entry.type).place(entry, entry.options.first());
            } else if (entry.options.propagate()) {
                mapped.values().stream()
                        .filter(other -> entry.type.isAssignableFrom(other.type))
                        .forEach(other -> other.place(entry, entry.options.first()));
            }
        }

        private void remove(Class<?> type, int listener) {
            Entry known = find(type, listener);
            Watcher<Object> watcher = listeners.get(listener);
            assertThat(targets.on(type).contains(SampleEvents.PING, watcher))
                    .as(where())
                    .isEqualTo(known != null);
            if (known == null) {
                assertThatThrownBy(() -> targets.on(type).remove(SampleEvents.PING, watcher))
                        .as(where())
                        .isInstanceOf(NoSuchListenerException.class);
            } else {
                targets.on(type).remove(SampleEvents.PING, watcher);
                forget(known);
            }
        }

        private void attach(Class<?> type) {
            if (type.isInterface() || mapped.containsKey(type) || subclassIsMapped(type)) {
                return;
            }
            Mapped parent = nearestMapped(type.getSuperclass());
            Mapped made = new Mapped(
                    type,
                    Dispatch.of(SampleEvents.CATALOG, type.getSimpleName(), null),
                    parent,
                    new ArrayList<>(),
                    new ArrayList<>());
            mapped.put(type, made);
            targets.attach(type, made.dispatch);
            for (Class<?> wider : SUPERTYPES.get(type)) {
                registered.stream()
                        .filter(entry -> entry.held && entry.type == wider)
                        .filter(entry -> wider == type || entry.options.propagate())
                        .forEach(entry -> made.place(entry, entry.options.first()));
            }
            if (parent != null) {
                made.dispatch.inherit(parent.dispatch);
                parent.children.add(made);
                parent.runs.stream()
                        .filter(entry -> entry.options.propagate())
                        .forEach(entry -> made.place(entry, false));
            }
        }

        private void detach(Class<?> type) {
            Mapped gone = mapped.get(type);
            if (gone == null || subclassIsMapped(type)) {
                return;
            }
            targets.detach(type);
            mapped.remove(type);
            if (gone.parent != null) {
                gone.parent.children.remove(gone);
            }
            for (Entry entry : List.copyOf(registered)) {
                if (entry.type == type && !entry.held) {
                    forget(entry);
                }
            }
        }

        private void dispatch(Class<?> type) {
            Mapped target = mapped.get(type);
            if (target != null) {
                List<String> expected =
                        target.runs.stream().map(entry -> "L" + entry.listener).toList();
                assertThat(trace.ofPing(target.dispatch)).as(where()).isEqualTo(expected);
            }
        }

        private void forget(Entry entry) {
            registered.removeIf(known -> known == entry);
            mapped.values().forEach(target -> target.runs.removeIf(known -> known == entry));
            assertThat(entry.real.isActive()).as(where()).isFalse();
        }

        private Entry find(Class<?> type, int listener) {
            return registered.stream()
                    .filter(entry -> entry.type == type && entry.listener == listener)
                    .findAny()
                    .orElse(null);
        }

        private boolean subclassIsMapped(Class<?> type) {
            return mapped.keySet().stream().anyMatch(other -> other != type && type.isAssignableFrom(other));
        }

        private Mapped nearestMapped(Class<?> type) {
            return type == null || mapped.containsKey(type) ? mapped.get(type) : nearestMapped(type.getSuperclass());
        }

        private String where() {
            return name + ", step " + step;
        }
    }
}
