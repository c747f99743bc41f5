package dev.grapnel.enhancer.maven;

import dev.grapnel.enhancer.BuildTimeEnhancer;
import dev.grapnel.enhancer.EnhancementException;
import dev.grapnel.enhancer.EnhancementScope;
import dev.grapnel.enhancer.EnhancementSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** What both goals share; they differ in the folder and the class path. */
abstract class AbstractEnhanceMojo extends AbstractMojo {

    /**
     * The packages to enhance, each with its sub-packages. Without packages and classes, all classes of the folder that
     * carry a jakarta.persistence annotation are enhanced.
     */
    @Parameter(property = "grapnel.packages")
    private List<String> packages = List.of();

    /** Classes to enhance with or without an annotation, by their binary names. */
    @Parameter(property = "grapnel.classes")
    private List<String> classes = List.of();

    /** Leaves all classes as they are. */
    @Parameter(property = "grapnel.skip", defaultValue = "false")
    private boolean skip;

    abstract Path folder();

    abstract List<String> classPath();

    final void configure(List<String> packageNames, List<String> classNames) {
        packages = packageNames;
        classes = classNames;
    }

    @Override
    public final void execute() throws MojoExecutionException {
        if (skip || !Files.isDirectory(folder())) {
            getLog().debug("Nothing to enhance in " + folder());
            return;
        }
        try {
            EnhancementSummary summary = enhance();
            if (!summary.enhanced().isEmpty() || !summary.redirected().isEmpty()) {
                getLog().info(summary.toString());
            }
        } catch (EnhancementException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private EnhancementSummary enhance() {
        List<Path> entries = classPath().stream().map(Path::of).toList();
        EnhancementSummary summary =
                BuildTimeEnhancer.of(scope()).withClassPath(entries).enhance(folder());
        return new EnhancementSummary(shortened(folder()), summary.enhanced(), summary.redirected());
    }

    private static Path shortened(Path folder) {
        Path start = Path.of("").toAbsolutePath();
        return folder.startsWith(start) ? start.relativize(folder) : folder;
    }

    private EnhancementScope scope() {
        List<String> given = Stream.concat(packages.stream(), classes.stream()).toList();
        return given.isEmpty()
                ? EnhancementScope.ofEverything()
                : EnhancementScope.ofPackages(packages.toArray(String[]::new))
                        .withClasses(classes.toArray(String[]::new));
    }
}
