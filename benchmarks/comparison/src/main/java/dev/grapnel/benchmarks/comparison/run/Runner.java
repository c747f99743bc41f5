package dev.grapnel.benchmarks.comparison.run;

import dev.grapnel.benchmarks.comparison.result.Entry;
import dev.grapnel.benchmarks.workloads.measure.Figure;
import dev.grapnel.benchmarks.workloads.measure.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Runs a plan with a line that tells how far it is. */
public final class Runner {
    private static final int REDRAW_MILLIS = 1_000;

    private final Map<String, ContestantModule> modules;
    private final Path log;
    private final Duration limit;

    /**
     * Gets ready.
     *
     * @param modules the contestants that were built
     * @param log where their output goes
     * @param limit how long one JVM may work without an end, or an end of its turn
     */
    public Runner(List<ContestantModule> modules, Path log, Duration limit) {
        this.modules = modules.stream().collect(Collectors.toMap(ContestantModule::name, Function.identity()));
        this.log = log;
        this.limit = limit;
    }

    /**
     * Runs all.
     *
     * @param plan what
     * @param soFar is given all figures now and then, so that a run that is stopped leaves something
     * @return the figures, in the order in which they came
     */
    public List<Entry> run(Plan plan, Consumer<List<Entry>> soFar) {
        List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
        List<List<Step>> heats = plan.heats();
        try (ProgressBar progress = bar(heats.stream().mapToLong(List::size).sum())) {
            progress.setExtraMessage(" warming up");
            plan.warmUps().forEach(step -> run(List.of(step), (turning, turn) -> {}, entry -> {}));
            long done = 0;
            for (List<Step> heat : heats) {
                long before = done;
                progress.setExtraMessage(" round " + heat.get(0).round() + ", " + heat.get(0));
                run(
                        heat,
                        (step, turn) -> progress.stepTo(before + (long) heat.size() * turn.place() / turn.places())
                                .setExtraMessage(" round " + step.round() + ", " + step),
                        entries::add);
                soFar.accept(List.copyOf(entries));
                done += heat.size();
                progress.stepTo(done);
            }
        }
        return List.copyOf(entries);
    }

    /** Whether processors are kept awake here where times are also those of a server. */
    public static boolean keepsProcessorsAwake() {
        return Awake.isPossible();
    }

    private void run(List<Step> steps, BiConsumer<Step, Turn> progress, Consumer<Entry> entries) {
        Awake awake = steps.get(0).waitsForServer() ? Awake.begin() : Awake.unneeded();
        try (awake;
                Heat heat = new Heat(limit, progress)) {
            heat.run(
                    steps,
                    step -> ContestantProcess.start(
                            module(step), step, log, figure -> entries.accept(entry(step, figure))));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while contestants were measured.", stop);
        }
    }

    private ContestantModule module(Step step) {
        return Objects.requireNonNull(modules.get(step.contestant()));
    }

    private static Entry entry(Step step, Figure figure) {
        return new Entry(step.database().name(), step.contestant(), step.round(), figure);
    }

    private static ProgressBar bar(long steps) {
        return new ProgressBarBuilder()
                .setTaskName("comparing")
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .build();
    }
}
