package dev.grapnel.enhancer.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Enhances the classes of a module after they have been compiled. */
@Mojo(
        name = "enhance",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class EnhanceMojo extends AbstractEnhanceMojo {

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private String folder = "";

    @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true, required = true)
    private List<String> classPath = List.of();

    /** Called by Maven, which fills in the parameters. */
    public EnhanceMojo() {}

    EnhanceMojo(Path folder, List<String> classPath) {
        this.folder = folder.toString();
        this.classPath = classPath;
    }

    @Override
    Path folder() {
        return Path.of(folder);
    }

    @Override
    List<String> classPath() {
        return classPath;
    }
}
