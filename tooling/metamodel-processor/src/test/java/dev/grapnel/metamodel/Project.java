package dev.grapnel.metamodel;

import dev.grapnel.enhancer.BuildTimeEnhancer;
import dev.grapnel.enhancer.EnhancementScope;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** Source files in a folder, which are compiled with the processor as a build does it, wholly or some of them again. */
final class Project {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final String classPath;
    private final Path sources;
    private final Path generated;
    private final Path classes;

    Project(Path folder) {
        this(folder, CLASS_PATH);
    }

    private Project(Path folder, String classPath) {
        this.classPath = classPath;
        this.sources = folder.resolve("sources");
        this.generated = folder.resolve("generated");
        this.classes = folder.resolve("classes");
        try {
            Files.createDirectories(sources);
            Files.createDirectories(generated);
            Files.createDirectories(classes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sources that are compiled without one of our modules. */
    static Project without(String module, Path folder) {
        String there = File.separator + module + File.separator + "target" + File.separator;
        return new Project(
                folder,
                Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                        .filter(entry -> !entry.contains(there) && !entry.contains("grapnel-" + module + "-"))
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    /** Writes a source file, in the place that its package and first class want. */
    Path write(String source) {
        String text = source.replaceAll("(?s)/\\*.*?\\*/", "");
        String name = text.replaceAll("(?s).*?\\s(?:class|record|interface|enum) (\\w+).*", "$1");
        String folder = text.startsWith("package ")
                ? text.substring(8, text.indexOf(';')).replace('.', '/') + '/'
                : "";
        try {
            Path file = sources.resolve(folder + name + ".java");
            Files.createDirectories(file.getParent());
            return Files.writeString(file, source);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // ---- compilers ----

    /** Compiles files; those that are not among them are known by their class files. */
    Compilation compile(List<Path> files) {
        OriginRecorder recorder = new OriginRecorder(new MetamodelProcessor());
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, manager, diagnostics, options(), null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(recorder));
            task.call();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Compilation(sources, generated, recorder, diagnostics.getDiagnostics());
    }

    private List<String> options() {
        return List.of(
                "-Xlint:all,-processing,-options,-path,-classfile",
                "-d",
                classes.toString(),
                "-s",
                generated.toString(),
                "-cp",
                classes + File.pathSeparator + classPath);
    }

    /** Compiles files with the compiler of Eclipse; gives what it complains about, empty if nothing. */
    String compileWithEclipse(List<Path> files) {
        List<String> command = new ArrayList<>(List.of("-17", "-proceedOnError", "-warn:+raw,unchecked"));
        command.addAll(List.of("-processor", MetamodelProcessor.class.getName(), "-processorpath", CLASS_PATH));
        command.addAll(List.of("-cp", classes + File.pathSeparator + CLASS_PATH));
        command.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
        files.forEach(file -> command.add(file.toString()));
        StringWriter complaints = new StringWriter();
        BatchCompiler.compile(
                command.toArray(new String[0]), new PrintWriter(complaints), new PrintWriter(complaints), null);
        return complaints.toString();
    }

    /** The text written for a class. */
    String text(String className) throws IOException {
        return Files.readString(generated.resolve(className.replace('.', '/') + ".java"));
    }

    List<String> generatedFiles() {
        try (Stream<Path> files = Files.walk(generated)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> generated.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What an incremental build does before it compiles: what was made of changed classes goes. */
    void forgetGenerated() {
        for (String file : generatedFiles()) {
            generated.resolve(file).toFile().delete();
        }
    }

    // ---- running ----

    /** Enhances what was compiled, and calls a class of it. */
    Object run(String className) throws Exception {
        BuildTimeEnhancer.of(EnhancementScope.ofEverything())
                .withClassPath(Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                        .map(Path::of)
                        .toList())
                .enhance(classes);
        URL[] urls = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, Project.class.getClassLoader())) {
            return ((Callable<?>)
                            loader.loadClass(className).getDeclaredConstructor().newInstance())
                    .call();
        }
    }
}
