package dev.grapnel.benchmarks.comparison;

import com.sun.management.OperatingSystemMXBean;
import dev.grapnel.benchmarks.comparison.run.ContestantModule;
import dev.grapnel.benchmarks.comparison.run.DocumentServer;
import dev.grapnel.benchmarks.comparison.run.Plan;
import dev.grapnel.benchmarks.comparison.run.Runner;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.measure.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody has to know who wants to measure again. */
final class Circumstances {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final double BYTES_IN_GIGABYTE = 1e9;

    private Circumstances() {}

    static Map<String, String> of(Plan plan, List<ContestantModule> modules) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Date", LocalDate.now(ZoneOffset.UTC).toString());
        all.put("Machine", machine());
        all.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
        all.put("Libraries", modules.stream().map(ContestantModule::library).collect(Collectors.joining(", ")));
        if (plan.urls().containsKey(DatabaseKind.MONGODB)) {
            all.put("Document server", DocumentServer.library() + " in memory, in a JVM of its own");
        }
        if (Runner.keepsProcessorsAwake() && plan.urls().keySet().stream().anyMatch(kind -> kind != DatabaseKind.H2)) {
            all.put("Processors", "kept awake by loops that give way, where there is a server");
        }
        all.put(
                "Rounds",
                plan.rounds() + ", with " + plan.warmUp().toMillis()
                        + " ms or more to warm up, until little is compiled, and "
                        + plan.measure().toMillis()
                        + " ms to measure for each workload, in " + Turn.OF_A_WORKLOAD + " turns");
        return all;
    }

    private static String machine() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d × %s, %.0f GB, %s",
                system.getAvailableProcessors(),
                processor(),
                system.getTotalMemorySize() / BYTES_IN_GIGABYTE,
                system.getName());
    }

    private static String processor() {
        if (!Files.exists(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
