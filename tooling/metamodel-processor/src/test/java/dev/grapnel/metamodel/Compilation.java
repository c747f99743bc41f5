package dev.grapnel.metamodel;

import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One run of the compiler with the processor, in memory. */
final class Compilation {
    private final Map<String, StringWriter> written = new LinkedHashMap<>();
    private final OriginRecorder recorder = new OriginRecorder(new MetamodelProcessor());
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    private final List<JavaFileObject> sources = new ArrayList<>();

    /** Compiles sources together with stand-ins for the classes of the library that the written text uses. */
    static Compilation of(String... sources) {
        Compilation compilation = new Compilation();
        for (String kind : List.of("Column", "Reference", "Collection")) {
            compilation.add("package dev.grapnel.sql.attribute; public final class " + kind + "Attribute<T, V> {"
                    + " public static <T, V> " + kind
                    + "Attribute<T, V> of(Class<T> owner, String name, Class<V> type) {"
                    + " return null; } }");
        }
        for (String source : sources) {
            compilation.add(source);
        }
        compilation.run();
        return compilation;
    }

    private void add(String source) {
        String name = source.replaceAll("(?s).*?\\s(?:class|record|interface) (\\w+).*", "$1");
        String folder = source.startsWith("package ")
                ? source.substring(8, source.indexOf(';')).replace('.', '/') + '/'
                : "";
        sources.add(new Source(folder + name + ".java", source));
    }

    private void run() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileManager files = new MemoryFiles(compiler.getStandardFileManager(diagnostics, null, null));
        JavaCompiler.CompilationTask task =
                compiler.getTask(null, files, diagnostics, List.of("-Xlint:all,-processing,-options"), null, sources);
        task.setProcessors(List.of(recorder));
        task.call();
    }

    /** The text written for a class. */
    String text(String className) {
        return String.valueOf(written.get(className));
    }

    /** The classes written. */
    List<String> classes() {
        return List.copyOf(written.keySet());
    }

    /** The classes that a written class is made of, for incremental builds. */
    List<String> originsOf(String className) {
        return recorder.originsOf(className);
    }

    /** What the compiler complained about: file, line and message. */
    List<String> problems() {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(Compilation::described)
                .toList();
    }

    private static String described(Diagnostic<? extends JavaFileObject> diagnostic) {
        String file =
                diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
        return file + ':' + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(java.util.Locale.ROOT);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps written sources, and drops class files. */
    private final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
        MemoryFiles(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            if (kind == JavaFileObject.Kind.SOURCE) {
                return new Written(className, written.computeIfAbsent(className, unused -> new StringWriter()));
            }
            return new Dropped(className);
        }
    }

    private static final class Written extends SimpleJavaFileObject {
        private final StringWriter text;

        Written(String className, StringWriter text) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text.toString();
        }

        @Override
        public StringWriter openWriter() {
            return text;
        }
    }

    private static final class Dropped extends SimpleJavaFileObject {
        Dropped(String className) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return OutputStream.nullOutputStream();
        }
    }
}
