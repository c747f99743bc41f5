package dev.grapnel.benchmarks.comparison.run;

import dev.grapnel.benchmarks.workloads.measure.Figure;
import dev.grapnel.benchmarks.workloads.measure.Measuring;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs one task in a JVM of its own. What it prints goes into a log beside the figures. */
final class ContestantProcess {
    private final Path log;
    private final Duration limit;

    ContestantProcess(Path log, Duration limit) {
        this.log = log;
        this.limit = limit;
    }

    /** Runs to the end, and gives each figure as soon as it is printed. */
    void run(ContestantModule module, Step step, Consumer<Figure> figures) {
        try {
            Process process = new ProcessBuilder(command(module, step))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Thread reader = new Thread(() -> read(process, figures), "figures");
            reader.start();
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            reader.join();
            if (!ended || process.exitValue() != 0) {
                figures.accept(failure(step, ended ? "its JVM ended with " + process.exitValue() : "took too long"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start the JVM of " + module.name() + ".", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + module.name() + " was measured.", stop);
        }
    }

    private static Figure failure(Step step, String why) {
        return new Figure(step.task().name(), Figure.Measure.FAILED, 0, why);
    }

    private static List<String> command(ContestantModule module, Step step) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(step.jvmOptions());
        command.addAll(List.of("-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true", "-cp", module.classPath()));
        command.addAll(List.of(
                Measuring.class.getName(),
                step.task().name(),
                module.name(),
                step.database().name(),
                step.url()));
        command.addAll(step.arguments());
        return command;
    }

    private void read(Process process, Consumer<Figure> figures) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Files.writeString(
                        log, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Figure.parse(line).ifPresent(figures);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read what a contestant prints.", failure);
        }
    }
}
