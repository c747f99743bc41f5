package dev.grapnel.benchmarks.events;

import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.Listeners;
import dev.grapnel.events.Watcher;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Firing an event as the engine does: ask whether anybody listens, and only then build the event object.
 *
 * <p>The listeners are of three classes, and all have run before the measurement, so that the call of a listener is a true virtual call as
 * in an application, not one that the compiler has seen through.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DispatchBenchmark {
    private static final EventCatalog CATALOG = new EventCatalog("benchmark");
    private static final EventKey<Happened> HAPPENED = CATALOG.key("happened");
    private static final int RUNS_BEFORE = 50_000;

    /** The event object. */
    record Happened(int amount) {}

    /** What a class with one built-in optional hook would have. */
    private static final class Hook {
        private @Nullable Watcher<Happened> watcher;
    }

    private final Hook noHook = new Hook();
    private final Hook hook = new Hook();
    private final Dispatch session = Dispatch.of(CATALOG, "session", Dispatch.ofClassLevel(CATALOG, "factory", null));
    private final Listeners<Happened> none = listOf(0);
    private final Listeners<Happened> one = listOf(1);
    private final Listeners<Happened> three = listOf(3);
    private int amount = 1;

    @SuppressWarnings("UnusedVariable") // written so that the listener does something
    private long sum;

    private long maximum;

    @SuppressWarnings("UnusedVariable") // written so that the listener does something
    private long count;

    /** Runs listeners of all classes through all that is measured. */
    @Setup
    public void run() {
        hook.watcher = this::add;
        for (int i = 0; i < RUNS_BEFORE; i++) {
            three.fire(new Happened(amount));
            one.fire(new Happened(amount));
        }
    }

    private Listeners<Happened> listOf(int size) {
        Dispatch target = Dispatch.of(CATALOG, "target", Dispatch.ofClassLevel(CATALOG, "all targets", null));
        List<Watcher<Happened>> watchers = List.of(this::add, this::compare, this::count);
        for (Watcher<Happened> watcher : watchers.subList(0, size)) {
            target.listen(HAPPENED, watcher, ListenOptions.NONE);
        }
        return target.listeners(HAPPENED);
    }

    private void add(Happened event) {
        sum += event.amount();
    }

    private void compare(Happened event) {
        maximum = Math.max(maximum, event.amount());
    }

    private void count(Happened event) {
        count += event.amount();
    }

    /** The floor: a method that does nothing. */
    @Benchmark
    public int baselineNothing() {
        return amount;
    }

    /** Reading a field and a branch: the least that an optional hook can cost. */
    @Benchmark
    public int baselineFieldAndBranch() {
        if (noHook.watcher != null) {
            noHook.watcher.on(new Happened(amount));
        }
        return amount;
    }

    /** Nobody listens. */
    @Benchmark
    public int listeners0() {
        if (!none.isEmpty()) {
            none.fire(new Happened(amount));
        }
        return amount;
    }

    /** Nobody listens to a short-lived target, which is asked for its list each time. */
    @Benchmark
    public int listeners0OfShortLivedTarget() {
        Listeners<Happened> now = session.current(HAPPENED);
        if (!now.isEmpty()) {
            now.fire(new Happened(amount));
        }
        return amount;
    }

    /** What the listener does, called straight. */
    @Benchmark
    public int baselineMethodCall() {
        add(new Happened(amount));
        return amount;
    }

    /** What the listener does, through a field and an interface. */
    @Benchmark
    public int baselineInterfaceCall() {
        if (hook.watcher != null) {
            hook.watcher.on(new Happened(amount));
        }
        return amount;
    }

    /** One listener. */
    @Benchmark
    public int listeners1() {
        if (!one.isEmpty()) {
            one.fire(new Happened(amount));
        }
        return amount;
    }

    /** Three listeners. */
    @Benchmark
    public int listeners3() {
        if (!three.isEmpty()) {
            three.fire(new Happened(amount));
        }
        return amount;
    }
}
