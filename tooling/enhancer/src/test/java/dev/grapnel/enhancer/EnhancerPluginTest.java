package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnhancerPluginTest {

    private static final String[] SOURCES = {
        "@MappedSuperclass abstract class Base<T> { T a; long b = 3; Base(T a) { this.a = a; } }",
        "@Entity class Order extends Base<String> { final int c; Runnable r = () -> b++; Order() { super(\"x\"); c = 1; } }",
        "class Till { int a(Order o) { return o.c; } }"
    };

    @TempDir
    private Path classes;

    @TempDir
    private Path results;

    @Test
    void givesTheSameClassesThroughByteBuddy() throws Exception {
        Map<String, byte[]> compiled = Compilation.compile(SOURCES);
        apply(compiled, new Plugin.Factory.UsingReflection.ArgumentResolver.ForIndex(0, "shop"));

        Map<String, byte[]> expected = Fixture.enhance(EnhancementScope.ofPackages("shop"), compiled);

        for (String name : compiled.keySet()) {
            byte[] result = Files.readAllBytes(results.resolve(name + ".class"));
            assertThat(canonical(result)).as(name).isEqualTo(canonical(expected.get(name)));
        }
    }

    @Test
    void needsNoArgument() throws Exception {
        Map<String, byte[]> compiled = Compilation.compile(SOURCES);
        apply(compiled);

        byte[] order = Files.readAllBytes(results.resolve("shop/Order.class"));
        assertThat(ClassOutline.of(ClassFile.reader(order)).isAlreadyEnhanced()).isTrue();
    }

    /** Does what the plugin for Gradle does. */
    private void apply(Map<String, byte[]> compiled, Plugin.Factory.UsingReflection.ArgumentResolver... arguments)
            throws Exception {
        for (Map.Entry<String, byte[]> classFile : compiled.entrySet()) {
            Path file = classes.resolve(classFile.getKey() + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, classFile.getValue());
        }
        Plugin.Factory factory = new Plugin.Factory.UsingReflection(EnhancerPlugin.class)
                .with(arguments)
                .with(Plugin.Factory.UsingReflection.ArgumentResolver.ForType.of(File.class, classes.toFile()));
        new Plugin.Engine.Default()
                .with(ClassFileLocator.ForClassLoader.ofSystemLoader())
                .apply(
                        new Plugin.Engine.Source.ForFolder(classes.toFile()),
                        new Plugin.Engine.Target.ForFolder(results.toFile()),
                        factory);
    }

    /** The order of the constant pool depends on who writes the file; nothing else may differ. */
    private static byte[] canonical(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(writer, 0);
        return writer.toByteArray();
    }
}
