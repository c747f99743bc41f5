package dev.grapnel.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source folders of the build, found through the list of modules in the root pom. */
final class SourceTree {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Path ROOT = root();

    private SourceTree() {}

    /** All modules of the build. */
    static List<Path> allModules() {
        return MODULE.matcher(read(ROOT.resolve("pom.xml")))
                .results()
                .map((MatchResult module) -> ROOT.resolve(module.group(1)))
                .toList();
    }

    /** The modules that have main code. */
    static List<Path> modules() {
        return allModules().stream()
                .filter(module -> Files.isDirectory(sourcesOf(module)))
                .toList();
    }

    /** The modules with main code that others may depend on. A Maven plugin is not among them: Maven loads it, as plain classes. */
    static List<Path> libraries() {
        return modules().stream().filter(SourceTree::isLibrary).toList();
    }

    /** The folders of a module that hold Java files, other than the one of its module-info. */
    static List<Path> packagesOf(Path module) {
        return filesIn(sourcesOf(module), ".java").stream()
                .map(Path::getParent)
                .filter(folder -> !folder.equals(sourcesOf(module)))
                .distinct()
                .toList();
    }

    /** The files below a folder whose name ends so, in order; none if there is no such folder. */
    static List<Path> filesIn(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the files in " + folder + ".", e);
        }
    }

    static Path sourcesOf(Path module) {
        return module.resolve("src/main/java");
    }

    /** Tells whether a declaration stands in a file; a file that does not exist declares nothing. */
    static boolean declares(Path file, String text) {
        return Files.exists(file) && read(file).contains(text);
    }

    private static boolean isLibrary(Path module) {
        String pom = read(module.resolve("pom.xml"));
        return !pom.contains("<maven.deploy.skip>true<") && !pom.contains("<packaging>maven-plugin<");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ".", e);
        }
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!declares(folder.resolve("pom.xml"), "<modules>")) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "No pom.xml with modules above " + Path.of("").toAbsolutePath() + ".");
            }
        }
        return folder;
    }
}
