package dev.grapnel.enhancer.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnhanceMojoTest {

    private final List<String> log = new ArrayList<>();

    @TempDir
    private Path classes;

    @BeforeEach
    void compileAnEntityAndAnotherClass() throws Exception {
        compile("Order", "package shop; class Order { int total; int twice() { return total * 2; } }");
        compile("Till", "package shop; class Till { int sum(Order order) { return order.total; } }");
    }

    @Test
    void enhancesNamedClassesAndTellsItInOneLine() throws Exception {
        mojo(List.of(), List.of("shop.Order")).execute();

        assertThat(log).containsExactly("Enhanced 1 class in " + classes + ", and redirected field accesses in 1 more");
    }

    @Test
    void saysNothingWhenThereIsNothingToDo() throws Exception {
        mojo(List.of("shop"), List.of()).execute();
        mojo(List.of(), List.of()).execute();

        assertThat(log).isEmpty();
    }

    @Test
    void passesOverAModuleWithoutClasses() {
        EnhanceTestsMojo mojo = new EnhanceTestsMojo(classes.resolve("none"), List.of());

        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    void failsTheBuildWithTheReason() {
        assertThatThrownBy(() -> mojo(List.of("shop.*"), List.of()).execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Cannot enhance the package 'shop.*': this is not the name of a package.");
    }

    private EnhanceMojo mojo(List<String> packages, List<String> named) {
        EnhanceMojo mojo = new EnhanceMojo(classes, classPath());
        mojo.configure(packages, named);
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                log.add(content.toString());
            }
        });
        return mojo;
    }

    private static List<String> classPath() {
        return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private void compile(String name, String source) throws Exception {
        Path file = Files.writeString(
                Files.createDirectories(classes.resolve("shop")).resolve(name + ".java"), source);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classes.toString(), "-d", classes.toString(), file.toString());
        assertThat(result).isZero();
    }
}
