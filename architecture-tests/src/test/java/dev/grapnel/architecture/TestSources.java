package dev.grapnel.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The tests of all modules, as their sources have them: read and not run, since no module may depend on the tests of all others. Only the
 * tags of a method itself are seen, since that of a class says nothing about what one of its tests proves; disabled tests prove nothing.
 */
final class TestSources {

    private static final Set<String> TEST_ANNOTATIONS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

    private TestSources() {}

    /** All test methods that have tags and are not disabled. */
    static List<TaggedTest> taggedTests() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
            TagScanner scanner = new TagScanner();
            task.parse().forEach(unit -> scanner.scan(unit, null));
            return scanner.found;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sources of the tests.", e);
        }
    }

    private static Collection<Path> sources() {
        return SourceTree.allModules().stream()
                .map(module -> module.resolve("src/test/java"))
                .flatMap(folder -> SourceTree.filesIn(folder, ".java").stream())
                .toList();
    }

    private static final class TagScanner extends TreePathScanner<Void, Void> {
        private final List<TaggedTest> found = new ArrayList<>();

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
            List<String> tags = tagsOf(annotations);
            if (!tags.isEmpty() && isRun(annotations)) {
                found.add(new TaggedTest(className() + '.' + method.getName(), tags));
            }
            return super.visitMethod(method, unused);
        }

        private boolean isRun(List<? extends AnnotationTree> annotations) {
            Set<String> names = annotations.stream().map(TagScanner::nameOf).collect(Collectors.toSet());
            return names.stream().anyMatch(TEST_ANNOTATIONS::contains) && !names.contains("Disabled");
        }

        private static List<String> tagsOf(List<? extends AnnotationTree> annotations) {
            return annotations.stream()
                    .filter(annotation -> nameOf(annotation).equals("Tag"))
                    .map(TagScanner::textOf)
                    .toList();
        }

        private static String nameOf(AnnotationTree annotation) {
            String name = annotation.getAnnotationType().toString();
            return name.substring(name.lastIndexOf('.') + 1);
        }

        private static String textOf(AnnotationTree annotation) {
            ExpressionTree argument = annotation.getArguments().get(0);
            return argument instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : argument.toString();
        }

        private String className() {
            return StreamSupport.stream(getCurrentPath().spliterator(), false)
                    .filter(ClassTree.class::isInstance)
                    .map(type -> ((ClassTree) type).getSimpleName().toString())
                    .reduce("", (inner, outer) -> inner.isEmpty() ? outer : outer + '.' + inner);
        }
    }
}
