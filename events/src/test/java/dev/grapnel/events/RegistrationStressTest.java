package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.events.RegistrationStress.Round;
import dev.grapnel.events.RegistrationStress.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistrationStressTest {
    private static final boolean FULL = Boolean.getBoolean("grapnel.full");
    private static final int ROUNDS = FULL ? 200_000 : 10_000;
    private static final EventCatalog CATALOG = new EventCatalog("stress");
    private static final EventKey<Round> ROUND = CATALOG.key("round");

    static LongStream seeds() {
        return LongStream.range(0, FULL ? 8 : 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.grapnel.events.RegistrationStressTest#seeds")
    @Tag("E-30")
    @Tag("E-32")
    void oneTargetStandsConcurrentRegistration(long seed) {
        Dispatch target = Dispatch.of(CATALOG, "target", null);

        assertThat(new RegistrationStress(listeningOn(target, target), seed, ROUNDS).faults())
                .as("seed %d", seed)
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.grapnel.events.RegistrationStressTest#seeds")
    @Tag("E-31")
    void instanceStandsConcurrentRegistrationOnItsClassLevel(long seed) {
        Dispatch all = Dispatch.ofClassLevel(CATALOG, "all", null);
        Dispatch one = Dispatch.of(CATALOG, "one", all);
        one.listen(ROUND, round -> {}, ListenOptions.NONE);

        assertThat(new RegistrationStress(listeningOn(all, one), seed, ROUNDS).faults())
                .as("seed %d", seed)
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.grapnel.events.RegistrationStressTest#seeds")
    @Tag("E-31")
    void newInstancesSeeTheirClassLevelDuringConcurrentRegistration(long seed) {
        Dispatch all = Dispatch.ofClassLevel(CATALOG, "all", null);
        Subject subject = new Subject() {
            @Override
            public Runnable listen(Watcher<Round> listener) {
                return all.listen(ROUND, listener, ListenOptions.NONE)::close;
            }

            @Override
            public void fire(Round round) {
                Dispatch one = Dispatch.of(CATALOG, "one", all);
                one.listen(ROUND, unused -> {}, ListenOptions.NONE);
                one.current(ROUND).fire(round);
            }
        };

        assertThat(new RegistrationStress(subject, seed, ROUNDS / 4).faults())
                .as("seed %d", seed)
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.grapnel.events.RegistrationStressTest#seeds")
    @Tag("E-30")
    @Tag("E-32")
    void subclassStandsConcurrentPropagation(long seed) {
        Dispatch parent = Dispatch.of(CATALOG, "parent", null);
        Dispatch child = Dispatch.of(CATALOG, "child", null);
        child.inherit(parent);

        assertThat(new RegistrationStress(listeningOn(parent, child), seed, ROUNDS).faults())
                .as("seed %d", seed)
                .isEmpty();
    }

    private static Subject listeningOn(Dispatch listened, Dispatch fired) {
        return new Subject() {
            @Override
            public Runnable listen(Watcher<Round> listener) {
                return listened.listen(ROUND, listener, ListenOptions.NONE.withPropagate(true))::close;
            }

            @Override
            public void fire(Round round) {
                fired.current(ROUND).fire(round);
            }
        };
    }

    /** The stress must be able to find what it looks for. */
    @Nested
    class OnUnsoundLists {
        private static final int ENOUGH = 1_000_000;

        @Test
        void plainListFails() {
            List<Watcher<Round>> list = new ArrayList<>();

            assertThat(new RegistrationStress(listOf(list), 1, ENOUGH).faults()).isNotEmpty();
        }

        @Test
        void copyOnWriteWithoutALockFails() {
            assertThat(new RegistrationStress(new Unlocked(), 1, ENOUGH).faults())
                    .isNotEmpty();
        }

        @Test
        void listOfTheJdkMadeForItPasses() {
            List<Watcher<Round>> list = new CopyOnWriteArrayList<>();

            assertThat(new RegistrationStress(listOf(list), 1, ROUNDS).faults()).isEmpty();
        }

        private static Subject listOf(List<Watcher<Round>> list) {
            return new Subject() {
                @Override
                public Runnable listen(Watcher<Round> listener) {
                    list.add(listener);
                    return () -> list.remove(listener);
                }

                @Override
                public void fire(Round round) {
                    list.forEach(listener -> listener.on(round));
                }
            };
        }
    }

    /** Publishes safely, but two writers at a time lose each other's change. */
    private static final class Unlocked implements Subject {
        private volatile List<Watcher<Round>> listeners = List.of();

        @Override
        public Runnable listen(Watcher<Round> listener) {
            List<Watcher<Round>> after = new ArrayList<>(listeners);
            after.add(listener);
            listeners = after;
            return () -> remove(listener);
        }

        private void remove(Watcher<Round> listener) {
            List<Watcher<Round>> after = new ArrayList<>(listeners);
            after.removeAll(Arrays.asList(listener));
            listeners = after;
        }

        @Override
        public void fire(Round round) {
            listeners.forEach(listener -> listener.on(round));
        }
    }
}
