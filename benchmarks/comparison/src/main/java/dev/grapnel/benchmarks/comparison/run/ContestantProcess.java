package dev.grapnel.benchmarks.comparison.run;

import dev.grapnel.benchmarks.workloads.measure.Figure;
import dev.grapnel.benchmarks.workloads.measure.Measuring;
import dev.grapnel.benchmarks.workloads.measure.Turn;
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
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The JVM of one step. What it prints goes into a log beside the figures. */
final class ContestantProcess implements AutoCloseable {
    private final Step step;
    private final Process process;
    private final Consumer<Figure> figures;

    /** The turns that it asks for, and an empty one when it has printed its last line. */
    private final BlockingQueue<Optional<Turn>> asked = new LinkedBlockingQueue<>();

    private ContestantProcess(Step step, Process process, Consumer<Figure> figures) {
        this.step = step;
        this.process = process;
        this.figures = figures;
    }

    /** Starts it. Each figure is given as soon as it is printed. */
    static ContestantProcess start(ContestantModule module, Step step, Path log, Consumer<Figure> figures) {
        try {
            Process process = new ProcessBuilder(command(module, step))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            ContestantProcess started = new ContestantProcess(step, process, figures);
            new Thread(() -> started.read(log), "figures of " + step).start();
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start the JVM of " + module.name() + ".", failure);
        }
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

    private void read(Path log) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Files.writeString(
                        log, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Figure.parse(line).ifPresent(figures);
                Turn.parse(line).map(Optional::of).ifPresent(asked::add);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read what " + step + " prints.", failure);
        } finally {
            asked.add(Optional.empty());
        }
    }

    Step step() {
        return step;
    }

    /**
     * Waits until it asks for a turn, or ends.
     *
     * @param limit how long it may take; after that it is ended
     * @return its turn, empty if there are no more: a figure says so if it failed
     */
    Optional<Turn> nextTurn(Duration limit) throws InterruptedException {
        Optional<Turn> turn = asked.poll(limit.toSeconds(), TimeUnit.SECONDS);
        if (turn == null) {
            close();
            figures.accept(failure("took too long"));
            return Optional.empty();
        }
        if (turn.isEmpty() && process.waitFor() != 0) {
            figures.accept(failure("its JVM ended with " + process.exitValue()));
        }
        return turn;
    }

    private Figure failure(String why) {
        return new Figure(step.task().name(), Figure.Measure.FAILED, 0, 0, why);
    }

    /** Gives it the turn that it asked for. */
    void go() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException gone) {
            // It reads no more, so it has come to its end, which is told when its next turn is asked for.
            close();
        }
    }

    /** Ends it if it has not ended. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
