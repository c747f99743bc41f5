package dev.grapnel.events;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads that register and remove listeners while others fire, with checks that hold whatever the interleaving:
 *
 * <ul>
 *   <li>no call throws;
 *   <li>a dispatch calls no listener twice, and those that are always registered once each, in order;
 *   <li>it calls every listener whose registration was complete before it began and whose removal began after it ended;
 *   <li>it calls no listener whose removal was complete before it began;
 *   <li>when all is quiet, only those that are always registered are left.
 * </ul>
 */
final class RegistrationStress {
    /** What is put under stress. */
    interface Subject {
        Runnable listen(Watcher<Round> listener);

        void fire(Round round);
    }

    private static final int WRITERS = 2;
    private static final int FIRERS = 2;
    private static final int OPEN_PER_WRITER = 6;

    private final Subject subject;
    private final long seed;
    private final int rounds;
    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger firing = new AtomicInteger(FIRERS);
    private final Set<Guest> open = ConcurrentHashMap.newKeySet();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    RegistrationStress(Subject subject, long seed, int rounds) {
        this.subject = subject;
        this.seed = seed;
        this.rounds = rounds;
    }

    /** One dispatch, and whom it called. Belongs to the thread that fires. */
    static final class Round {
        private final long began;
        private final List<Object> called = new ArrayList<>();

        private Round(long began) {
            this.began = began;
        }
    }

    /** A listener that comes and goes. */
    private final class Guest implements Watcher<Round> {
        private Runnable removal = () -> {};
        private volatile boolean leaving;
        private volatile long left = Long.MAX_VALUE;

        @Override
        public void on(Round round) {
            round.called.add(this);
            if (left < round.began) {
                faults.add("called after its removal was complete");
            }
        }

        void come() {
            removal = subject.listen(this);
            open.add(this);
        }

        void leave() {
            open.remove(this);
            leaving = true;
            removal.run();
            left = clock.incrementAndGet();
        }
    }

    /** Runs it, and gives what was found wrong: nothing, if the subject is sound. */
    List<String> faults() {
        List<String> residents = List.of("r0", "r1", "r2");
        residents.forEach(name -> subject.listen(round -> round.called.add(name)));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Random random = new Random(seed * 31 + i);
            threads.add(start("writer " + i, () -> write(random)));
        }
        for (int i = 0; i < FIRERS; i++) {
            threads.add(start("firer " + i, () -> fire(residents)));
        }
        threads.forEach(RegistrationStress::join);
        checkQuiet(residents);
        return List.copyOf(faults);
    }

    private void write(Random random) {
        Deque<Guest> mine = new ArrayDeque<>();
        while (firing.get() > 0 && faults.isEmpty()) {
            if (mine.isEmpty() || (mine.size() < OPEN_PER_WRITER && random.nextBoolean())) {
                Guest guest = new Guest();
                guest.come();
                mine.add(guest);
            } else {
                (random.nextBoolean() ? mine.removeFirst() : mine.removeLast()).leave();
            }
        }
        mine.forEach(Guest::leave);
    }

    private void fire(List<String> residents) {
        try {
            for (int i = 0; i < rounds && faults.isEmpty(); i++) {
                List<Guest> complete = new ArrayList<>(open);
                Round round = new Round(clock.incrementAndGet());
                subject.fire(round);
                complete.removeIf(guest -> guest.leaving);
                check(round, complete, residents);
            }
        } finally {
            firing.decrementAndGet();
        }
    }

    private void check(Round round, List<Guest> complete, List<String> residents) {
        if (Set.copyOf(round.called).size() != round.called.size()) {
            faults.add("called twice: " + round.called);
        }
        if (!round.called.containsAll(complete)) {
            faults.add("registered and not called");
        }
        List<Object> constant = new ArrayList<>(round.called);
        constant.retainAll(residents);
        if (!constant.equals(residents)) {
            faults.add("always registered, but called: " + constant);
        }
    }

    private void checkQuiet(List<String> residents) {
        Round last = new Round(clock.incrementAndGet());
        try {
            subject.fire(last);
        } catch (RuntimeException failure) {
            // An unsound list may stay broken when all is quiet; that is a finding like the others.
            faults.add("failed at the end: " + failure);
        }
        if (!last.called.equals(residents)) {
            faults.add("left at the end: " + last.called);
        }
    }

    private Thread start(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setUncaughtExceptionHandler((unused, failure) -> faults.add(name + " failed: " + failure));
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofMinutes(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new AssertionError(thread.getName() + " hangs");
        }
    }
}
