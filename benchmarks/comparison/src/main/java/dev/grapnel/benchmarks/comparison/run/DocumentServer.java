package dev.grapnel.benchmarks.comparison.run;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The document server of one run, in a JVM of its own: what it allocates, collects and compiles is not the contestant's. It ends when it is closed, or with this
 * JVM.
 */
public final class DocumentServer implements Servers.Server {
    private final Process process;
    private final String url;

    private DocumentServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * The program of its JVM: prints where it is, and serves until its input ends.
     *
     * @param arguments none
     * @throws IOException if the input cannot be read
     */
    public static void main(String... arguments) throws IOException {
        MongoServer server = new MongoServer(new MemoryBackend());
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println(server.bindAndGetConnectionString());
        while (System.in.read() >= 0) {
            // Nobody writes to it.
        }
        server.shutdownNow();
        System.exit(0);
    }

    /**
     * What it is.
     *
     * @return the name of its jar with the version
     */
    public static String library() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> new File(path).getName())
                .filter(name -> name.matches("mongo-java-server-\\d.*"))
                .map(name -> name.replace(".jar", ""))
                .findFirst()
                .orElse("mongo-java-server");
    }

    /** Starts a server that keeps its documents in memory. */
    static DocumentServer start() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                DocumentServer.class.getName());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            String url = lines.readLine();
            if (url == null) {
                throw new IOException("Its JVM ended: " + String.join(" ", command));
            }
            return new DocumentServer(process, url);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start the embedded document server.", failure);
        }
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
