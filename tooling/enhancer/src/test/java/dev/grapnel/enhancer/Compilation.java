package dev.grapnel.enhancer;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources to class files in memory. */
final class Compilation {

    private static final Pattern TYPE_NAME = Pattern.compile("\\b(?:class|interface|record|enum)\\s+(\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.]+);");

    private Compilation() {}

    /** Compiles for the Java version that runs the test. */
    static Map<String, byte[]> compile(String... sources) {
        return compile(Runtime.version().feature(), sources);
    }

    /** Returns the class files by internal name. A source without a package gets {@code shop}. */
    static Map<String, byte[]> compile(int release, String... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (MemoryFiles files = new MemoryFiles(compiler.getStandardFileManager(null, null, null))) {
            List<String> options = List.of("--release", "" + release, "-proc:none", "-nowarn", "-parameters");
            List<Source> units = Arrays.stream(sources).map(Source::new).toList();
            if (!compiler.getTask(messages, files, null, options, null, units).call()) {
                throw new IllegalArgumentException(messages + "\n" + String.join("\n", sources));
            }
            return files.classFiles();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String withHeader(String source) {
        String header = source.contains("package ") ? "" : "package shop;";
        String imports = "import jakarta.persistence.*; import java.util.*; import java.util.function.*;";
        return PACKAGE.matcher(source).find()
                ? PACKAGE.matcher(source).replaceFirst("$0 " + imports)
                : header + imports + source;
    }

    private static URI uri(String source) {
        Matcher type = TYPE_NAME.matcher(source);
        Matcher home = PACKAGE.matcher(source);
        String directory = home.find() ? home.group(1).replace('.', '/') : "shop";
        return URI.create("memory:///" + directory + "/" + (type.find() ? type.group(1) : "Unknown") + ".java");
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(uri(text), Kind.SOURCE);
            this.text = withHeader(text);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFileInMemory extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFileInMemory(String internalName) {
            super(URI.create("memory:///" + internalName + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ClassFileInMemory> written = new LinkedHashMap<>();

        MemoryFiles(StandardJavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return written.computeIfAbsent(name.replace('.', '/'), ClassFileInMemory::new);
        }

        Map<String, byte[]> classFiles() {
            Map<String, byte[]> files = new LinkedHashMap<>();
            new ArrayList<>(written.keySet())
                    .forEach(name -> files.put(name, written.get(name).bytes.toByteArray()));
            return files;
        }
    }
}
