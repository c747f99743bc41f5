package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.job.Sizes;
import dev.grapnel.benchmarks.workloads.job.Stage;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Time and allocation of workloads: medians of each turn.
 *
 * <p>What else the machine does, and other machines on the same hardware, slows everything down for seconds or for minutes. So the contestants of a round are alive at
 * the same time and take turns that are shorter than that: one turn of each to warm up, and then several to measure.
 */
final class Times {
    private final Clock clock;
    private final Report report;
    private final Duration warmUp;
    private final Duration turn;

    Times(Contestant contestant, Ground ground, Report report, Duration warmUp, Duration measure) {
        clock = new Clock(new Stage(contestant, ground, Sizes.STANDARD));
        this.report = report;
        this.warmUp = warmUp;
        turn = measure.dividedBy(Turn.OF_A_WORKLOAD);
    }

    void measure(List<Workload> workloads) {
        List<List<Workload>> groups = groups(workloads);
        int places = groups.size() * (1 + Turn.OF_A_WORKLOAD);
        for (int at = 0; at < groups.size(); at++) {
            List<Workload> group = groups.get(at);
            int place = at * (1 + Turn.OF_A_WORKLOAD);
            report.guarding(group.get(0).name(), () -> measure(group, place, places));
        }
    }

    /** Those that are compared with each other, as with and without hooks, take turns within one. */
    private static List<List<Workload>> groups(List<Workload> workloads) {
        List<List<Workload>> groups = new ArrayList<>();
        for (Workload workload : workloads) {
            if (workload.name().endsWith("_HOOKS") && !groups.isEmpty()) {
                groups.get(groups.size() - 1).add(workload);
            } else {
                groups.add(new ArrayList<>(List.of(workload)));
            }
        }
        return groups;
    }

    private void measure(List<Workload> group, int place, int places) throws Exception {
        await(new Turn(place, places));
        clock.warmUp(group, warmUp);
        for (int at = 1; at <= Turn.OF_A_WORKLOAD; at++) {
            await(new Turn(place + at, places));
            int number = at;
            clock.measure(group, turn).forEach((workload, samples) -> {
                report.tell(Figure.of(workload.name(), Measure.MILLIS, samples.millis())
                        .inTurn(number));
                // What other threads allocate is not seen.
                if (workload != Workload.W6_TWO) {
                    report.tell(Figure.of(workload.name(), Measure.ALLOCATED, samples.bytes())
                            .inTurn(number));
                }
            });
        }
    }

    private void await(Turn turn) throws IOException {
        report.tell(turn);
        if (System.in.read() < 0) {
            throw new EOFException("Nobody gives turns any more.");
        }
    }
}
