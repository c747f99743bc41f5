package dev.grapnel.benchmarks.comparison.run;

import dev.grapnel.benchmarks.workloads.measure.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Contestants that are alive at the same time. One of them works, and the others wait for their turns; who is behind comes first, so that all do the same job
 * one after the other.
 */
final class Heat implements AutoCloseable {
    private final Duration limit;
    private final BiConsumer<Step, Turn> progress;
    private final List<ContestantProcess> started = new ArrayList<>();
    private final Map<ContestantProcess, Turn> waiting = new LinkedHashMap<>();

    Heat(Duration limit, BiConsumer<Step, Turn> progress) {
        this.limit = limit;
        this.progress = progress;
    }

    /** Runs them to the end. */
    void run(List<Step> steps, Function<Step, ContestantProcess> start) throws InterruptedException {
        for (Step step : steps) {
            ContestantProcess process = start.apply(step);
            started.add(process);
            await(process);
        }
        while (!waiting.isEmpty()) {
            int place = waiting.values().stream().mapToInt(Turn::place).min().orElseThrow();
            for (ContestantProcess process : List.copyOf(waiting.keySet())) {
                Turn turn = waiting.get(process);
                if (turn != null && turn.place() == place) {
                    progress.accept(process.step(), turn);
                    process.go();
                    await(process);
                }
            }
        }
    }

    private void await(ContestantProcess process) throws InterruptedException {
        Optional<Turn> turn = process.nextTurn(limit);
        turn.ifPresentOrElse(next -> waiting.put(process, next), () -> waiting.remove(process));
    }

    @Override
    public void close() {
        started.forEach(ContestantProcess::close);
    }
}
