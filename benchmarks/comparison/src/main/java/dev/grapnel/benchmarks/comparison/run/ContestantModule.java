package dev.grapnel.benchmarks.comparison.run;

import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A contestant that was built: its folder below {@code benchmarks} has classes, and {@code target/classpath} with the jars that they need.
 *
 * @param name of the contestant, which is that of its folder; JDBC by hand lives among the workloads
 * @param classPath what its JVM is started with
 * @param kinds what it works with
 */
public record ContestantModule(String name, String classPath, Set<DatabaseKind> kinds) {
    private static final String FLOOR = "jdbc";
    private static final Pattern JAR = Pattern.compile(".*[/\\\\]([^/\\\\]+)\\.jar");

    /** In which order the best-known stand in tables; others follow. */
    private static final List<String> ORDER = List.of(FLOOR, "mongodb-driver", "grapnel");

    /**
     * All that were built.
     *
     * @param benchmarks the folder of the benchmarks
     * @return what is written by hand, Grapnel, then the others by name
     */
    public static List<ContestantModule> in(Path benchmarks) {
        List<ContestantModule> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(benchmarks)) {
            for (Path folder : folders.sorted().toList()) {
                Path classPath = folder.resolve("target/classpath");
                Path service = folder.resolve("target/quick/classes/META-INF/services/"
                        + "dev.grapnel.benchmarks.workloads.contract.Contestant");
                if (Files.exists(classPath) && Files.exists(service)) {
                    found.add(module(folder, Files.readString(classPath).strip()));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot look for contestants in " + benchmarks + ".", failure);
        }
        found.sort(Comparator.comparingInt(ContestantModule::place));
        return found;
    }

    private static ContestantModule module(Path folder, String jars) {
        String name = folder.getFileName().toString();
        String contestant = name.equals("workloads") ? FLOOR : name;
        String classPath = folder.resolve("target/quick/classes") + File.pathSeparator + jars;
        return new ContestantModule(contestant, classPath, kinds(contestant, classPath));
    }

    private int place() {
        int place = ORDER.indexOf(name);
        return place < 0 ? ORDER.size() : place;
    }

    /** Asks the contestant. */
    private static Set<DatabaseKind> kinds(String name, String classPath) {
        try (URLClassLoader loader = new URLClassLoader(urls(classPath), Contestant.class.getClassLoader())) {
            return ServiceLoader.load(Contestant.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(contestant -> contestant.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No contestant on the class path of " + name
                            + " has this name. Its folder and its name() have to be the same."))
                    .kinds();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the class path of " + name + ".", failure);
        }
    }

    private static URL[] urls(String classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String part : classPath.split(File.pathSeparator, -1)) {
            urls.add(Path.of(part).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /**
     * What the contestant's library is.
     *
     * @return the name of its jar with the version, or the contestant's name if it has none of its own
     */
    public String library() {
        List<String> jars = Stream.of(classPath.split(File.pathSeparator))
                .map(JAR::matcher)
                .filter(matcher -> matcher.matches() && matcher.group(1).startsWith(name))
                .map(matcher -> matcher.group(1))
                .toList();
        return Stream.of("-core-\\d.*", "-\\d.*", ".*")
                .flatMap(rest -> jars.stream().filter(jar -> jar.matches(Pattern.quote(name) + rest)))
                .findFirst()
                .orElse(name);
    }
}
