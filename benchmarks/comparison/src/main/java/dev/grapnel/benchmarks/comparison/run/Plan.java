package dev.grapnel.benchmarks.comparison.run;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Measuring.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param urls the databases, with their URLs
 * @param contestants in the order in which they take turns
 * @param workloads those that are timed and counted
 * @param tasks what is measured
 * @param rounds how many
 * @param warmUp for each workload in each round
 * @param measure for each workload in each round
 */
public record Plan(
        Map<DatabaseKind, String> urls,
        List<ContestantModule> contestants,
        Set<Workload> workloads,
        Set<Task> tasks,
        int rounds,
        Duration warmUp,
        Duration measure) {
    /** Measured in each round; the others once, since they take their medians by themselves. */
    private static final Set<Task> EACH_ROUND = EnumSet.of(Task.TIMES, Task.START);

    /**
     * A million rows in H2 would lie in the heap that is to be measured, and so many documents do not fit into the embedded server; no document depends on
     * another one.
     */
    private static final Map<DatabaseKind, Set<Task>> NOT_THERE = Map.of(
            DatabaseKind.H2, EnumSet.of(Task.STREAM), DatabaseKind.MONGODB, EnumSet.of(Task.STREAM, Task.GROWTH));

    /** What is run one after the other: round by round, all contestants in each. Those whose times are compared are alive at the same time. */
    List<List<Step>> heats() {
        List<List<Step>> heats = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (DatabaseKind database : urls.keySet()) {
                for (Task task : Task.values()) {
                    if (applies(task, database, round)) {
                        List<Step> steps = steps(round, database, task);
                        heats.addAll(
                                task == Task.TIMES
                                        ? List.of(steps)
                                        : steps.stream().map(List::of).toList());
                    }
                }
            }
        }
        return heats;
    }

    /**
     * Work that is not measured: a document server is a Java program too, which is slow at first. The times of who comes first would be those of a cold server.
     */
    List<Step> warmUps() {
        return urls.containsKey(DatabaseKind.MONGODB) && tasks.contains(Task.TIMES)
                ? steps(1, DatabaseKind.MONGODB, Task.TIMES).stream().limit(1).toList()
                : List.of();
    }

    private boolean applies(Task task, DatabaseKind database, int round) {
        return tasks.contains(task)
                && (round == 1 || EACH_ROUND.contains(task))
                && !NOT_THERE.getOrDefault(database, Set.of()).contains(task);
    }

    private List<Step> steps(int round, DatabaseKind database, Task task) {
        String url = String.valueOf(urls.get(database));
        return contestants.stream()
                .filter(contestant -> contestant.kinds().contains(database))
                .map(contestant -> new Step(round, database, url, contestant.name(), task, arguments(task, database)))
                .toList();
    }

    private List<String> arguments(Task task, DatabaseKind database) {
        List<String> arguments = new ArrayList<>();
        if (task == Task.TIMES) {
            arguments.add(String.valueOf(warmUp.toMillis()));
            arguments.add(String.valueOf(measure.toMillis()));
        }
        if (task == Task.TIMES || task == Task.STATEMENTS) {
            workloads.stream()
                    .filter(workload -> workload != Workload.W13)
                    .filter(workload ->
                            workload != Workload.W6_TWO || (task == Task.TIMES && database != DatabaseKind.MONGODB))
                    .forEach(workload -> arguments.add(workload.name()));
        }
        return arguments;
    }
}
