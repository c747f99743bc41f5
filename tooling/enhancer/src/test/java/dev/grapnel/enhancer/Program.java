package dev.grapnel.enhancer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a virtual machine of its own, for what can be tried only once in each. */
final class Program {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final Path folder;
    private final List<String> options = new ArrayList<>();
    private String libraries = CLASS_PATH;

    /** Writes class files into a folder that comes first on the class path of the program. */
    Program(Path folder, Map<String, byte[]> classFiles) {
        this.folder = folder;
        classFiles.forEach((name, bytes) -> write(folder.resolve(name + ".class"), bytes));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Program with(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    /** Leaves only those entries on the class path whose names contain one of the words. */
    Program withLibraries(String... words) {
        libraries = String.join(
                File.pathSeparator,
                Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                        .filter(entry -> Arrays.stream(words).anyMatch(entry::contains))
                        .toList());
        return this;
    }

    /** Runs the class {@code shop.Main} with full verification and returns all that it prints. */
    String run() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xverify:all"));
        command.addAll(options);
        command.addAll(List.of("-cp", folder + File.pathSeparator + libraries, "shop.Main"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return output;
    }
}
