package dev.grapnel.enhancer;

import java.nio.file.Path;
import java.util.List;

/**
 * Enhances the classes of a build, in place and without loading any of them.
 *
 * <pre>{@code
 * EnhancementSummary summary = BuildTimeEnhancer.of(EnhancementScope.ofPackages("com.acme.orders"))
 *         .withClassPath(compileClassPath)
 *         .enhance(Path.of("target/classes"));
 * System.out.println(summary);
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads, but not by two for one folder.
 */
public final class BuildTimeEnhancer {

    private final EnhancementScope scope;
    private final List<Path> classPath;

    private BuildTimeEnhancer(EnhancementScope scope, List<Path> classPath) {
        this.scope = scope;
        this.classPath = classPath;
    }

    /**
     * Returns an enhancer for a scope.
     *
     * @param scope which classes of a folder are looked at; {@link EnhancementScope#ofEverything()} for all of them
     */
    public static BuildTimeEnhancer of(EnhancementScope scope) {
        return new BuildTimeEnhancer(scope, List.of());
    }

    /**
     * Returns an enhancer that finds superclasses and neighbours in these folders and jars too.
     *
     * @param entries what the classes were compiled against; entries that do not exist are passed over
     */
    public BuildTimeEnhancer withClassPath(List<Path> entries) {
        return new BuildTimeEnhancer(scope, List.copyOf(entries));
    }

    /**
     * Enhances the class files in a folder. Files that are enhanced already stay untouched, and so do those with nothing
     * to change. Files that change keep their time stamps, so that a compiler does not take them for newer or older than
     * they are. Either all files are written or, when one class cannot be enhanced, none.
     *
     * @param folder the root of the packages, such as {@code target/classes}
     * @return what has been done
     * @throws EnhancementException if a class cannot be enhanced, or a file cannot be read or written
     */
    public EnhancementSummary enhance(Path folder) {
        try (ClassFolder classes = ClassFolder.open(folder, classPath)) {
            return new FolderEnhancement(scope, classes).run();
        }
    }
}
