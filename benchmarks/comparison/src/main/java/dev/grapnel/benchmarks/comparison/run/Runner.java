package dev.grapnel.benchmarks.comparison.run;

import dev.grapnel.benchmarks.comparison.result.Entry;
import dev.grapnel.benchmarks.workloads.measure.Figure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Runs a plan, one JVM after the other, with a line that tells how far it is. */
public final class Runner {
    private static final int REDRAW_MILLIS = 1_000;

    private final Map<String, ContestantModule> modules;
    private final ContestantProcess process;

    /**
     * Gets ready.
     *
     * @param modules the contestants that were built
     * @param log where their output goes
     * @param limit how long one JVM may run
     */
    public Runner(List<ContestantModule> modules, Path log, Duration limit) {
        this.modules = modules.stream().collect(Collectors.toMap(ContestantModule::name, Function.identity()));
        process = new ContestantProcess(log, limit);
    }

    /**
     * Runs all.
     *
     * @param plan what
     * @param soFar is given all figures after each JVM, so that a run that is stopped leaves something
     * @return the figures, in the order in which they came
     */
    public List<Entry> run(Plan plan, Consumer<List<Entry>> soFar) {
        List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
        List<Step> steps = plan.steps();
        try (ProgressBar progress = bar(steps.size())) {
            progress.setExtraMessage(" warming up");
            plan.warmUps().forEach(step -> process.run(module(step), step, figure -> {}));
            for (Step step : steps) {
                progress.setExtraMessage(" round " + step.round() + ", " + step);
                run(step, figure -> entries.add(entry(step, figure)));
                soFar.accept(List.copyOf(entries));
                progress.step();
            }
        }
        return List.copyOf(entries);
    }

    /** Whether processors are kept awake here where times are also those of a server. */
    public static boolean keepsProcessorsAwake() {
        return Awake.isPossible();
    }

    private void run(Step step, Consumer<Figure> figures) {
        Awake awake = step.waitsForServer() ? Awake.begin() : Awake.unneeded();
        try (awake) {
            process.run(module(step), step, figures);
        }
    }

    private ContestantModule module(Step step) {
        return Objects.requireNonNull(modules.get(step.contestant()));
    }

    private static Entry entry(Step step, Figure figure) {
        return new Entry(step.database().name(), step.contestant(), step.round(), figure);
    }

    private static ProgressBar bar(int steps) {
        return new ProgressBarBuilder()
                .setTaskName("comparing")
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .build();
    }
}
