package dev.grapnel.testkit.session;

import dev.grapnel.enhancer.Enhancer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that gets ready, waits for the word, and then writes the chronicle until it is killed. */
final class ChronicleProcess {
    private static final int SECONDS_TO_BEGIN = 120;

    private final Process process;
    private final Path complaints;
    private final Thread reader;
    private final CountDownLatch begun = new CountDownLatch(1);

    private ChronicleProcess(Process process, Path complaints, Collection<Long> acknowledged) {
        this.process = process;
        this.complaints = complaints;
        this.reader = new Thread(() -> read(acknowledged));
    }

    /** What the process does. */
    public static void main(String[] arguments) throws IOException {
        Enhancer.install("dev.grapnel.testkit.session");
        ChronicleWriting.rehearse();
        if (System.in.read() >= 0) { // else nobody wants it any more
            ChronicleWriting.run(arguments[0], Integer.parseInt(arguments[1]));
        }
    }

    /**
     * Starts a process, which does not touch the database before {@link #begin}. It is a second or two until it can.
     *
     * @param acknowledged gets the serial of each entry whose commit has returned
     */
    static ChronicleProcess start(String url, int scribes, Collection<Long> acknowledged) throws IOException {
        Path complaints = Files.createTempFile("chronicle", ".log");
        complaints.toFile().deleteOnExit();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChronicleProcess.class.getName(),
                        url,
                        Integer.toString(scribes)))
                .redirectError(complaints.toFile())
                .start();
        ChronicleProcess chronicle = new ChronicleProcess(process, complaints, acknowledged);
        chronicle.reader.start();
        return chronicle;
    }

    /** Lets the process write, and waits for its first commit. */
    void begin() throws InterruptedException, IOException {
        try (OutputStream word = process.getOutputStream()) {
            word.write('\n');
        }
        if (!begun.await(SECONDS_TO_BEGIN, TimeUnit.SECONDS) || !process.isAlive()) {
            kill();
            throw new AssertionError("The writing process did not get going:\n" + Files.readString(complaints));
        }
    }

    /** Ends the process at once, wherever it is, and reads what it said before. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // that of the process itself would throw away what was said and not read
        process.waitFor();
        reader.join();
    }

    private void read(Collection<Long> acknowledged) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = lines.readLine();
            while (line != null) {
                if (line.endsWith(";")) { // else it died in the middle of the word
                    acknowledged.add(Long.valueOf(line.substring(0, line.length() - 1)));
                    begun.countDown();
                }
                line = lines.readLine();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            begun.countDown();
        }
    }
}
