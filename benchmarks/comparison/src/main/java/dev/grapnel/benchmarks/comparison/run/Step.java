package dev.grapnel.benchmarks.comparison.run;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.measure.Measuring.Task;
import java.util.List;
import java.util.Locale;

/**
 * What one JVM is started for.
 *
 * @param round from 1
 * @param database the kind
 * @param url of the database
 * @param contestant its name
 * @param task what is to be measured
 * @param arguments of the task
 */
record Step(int round, DatabaseKind database, String url, String contestant, Task task, List<String> arguments) {
    /** A small heap for the stream, where the collector runs all the time; enough for everything elsewhere. */
    List<String> jvmOptions() {
        return task == Task.STREAM ? List.of("-Xmx256m", "-XX:+UseSerialGC") : List.of("-Xms1g", "-Xmx1g");
    }

    /** Whether the times are also those of a server beside the JVM. */
    boolean waitsForServer() {
        return task == Task.TIMES && database != DatabaseKind.H2;
    }

    @Override
    public String toString() {
        return database + " " + contestant + " " + task.name().toLowerCase(Locale.ROOT);
    }
}
