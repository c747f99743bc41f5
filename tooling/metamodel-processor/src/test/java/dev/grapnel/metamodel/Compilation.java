package dev.grapnel.metamodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What came of one run of the compiler with the processor. */
final class Compilation {
    private final Path sources;
    private final Path generated;
    private final OriginRecorder recorder;
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics;

    Compilation(
            Path sources,
            Path generated,
            OriginRecorder recorder,
            List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        this.sources = sources;
        this.generated = generated;
        this.recorder = recorder;
        this.diagnostics = diagnostics;
    }

    /** Compiles sources in a folder that is empty so far. */
    static Compilation of(Path folder, String... sources) {
        Project project = new Project(folder);
        return project.compile(Arrays.stream(sources).map(project::write).toList());
    }

    /** The text written for a class. */
    String text(String className) {
        try {
            return Files.readString(generated.resolve(className.replace('.', '/') + ".java"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The classes written. */
    List<String> classes() {
        return recorder.classes();
    }

    /** The classes that a written class is made of, for incremental builds. */
    List<String> originsOf(String className) {
        return recorder.originsOf(className);
    }

    /** What the compiler complained about: file, line and message. */
    List<String> problems() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(this::described)
                .toList();
    }

    private String described(Diagnostic<? extends JavaFileObject> diagnostic) {
        return place(diagnostic) + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    /** Where the first complaint points to: file, line and column. */
    List<String> places() {
        return diagnostics.stream()
                .map(diagnostic -> place(diagnostic) + ":" + diagnostic.getColumnNumber())
                .toList();
    }

    private String place(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getSource() == null) {
            return "";
        }
        Path file = Path.of(diagnostic.getSource().toUri());
        Path relative = (file.startsWith(generated) ? generated : sources).relativize(file);
        return "/" + relative.toString().replace('\\', '/') + ":" + diagnostic.getLineNumber();
    }
}
