package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTimeEnhancerTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path classes;

    @TempDir
    private Path library;

    private final BuildTimeEnhancer enhancer = BuildTimeEnhancer.of(EnhancementScope.ofEverything());

    @Test
    void enhancesAFolderInPlace() throws Exception {
        write(
                classes,
                Compilation.compile(
                        "@Entity class Order { int a; } class Till { int a(Order o) { return o.a; } } class Idle {}"));

        EnhancementSummary summary = enhancer.enhance(classes);

        assertThat(summary.enhanced()).containsExactly("shop.Order");
        assertThat(summary.redirected()).containsExactly("shop.Till");
        assertThat(summary).hasToString("Enhanced 1 class in " + classes + ", and redirected field accesses in 1 more");
        assertThat(ClassOutline.of(ClassFile.reader(Files.readAllBytes(classes.resolve("shop/Order.class"))))
                        .isAlreadyEnhanced())
                .isTrue();
    }

    @Test
    void doesNothingTheSecondTime() throws Exception {
        write(
                classes,
                Compilation.compile("@Entity class Order { int a; } class Till { int a(Order o) { return o.a; } }"));
        enhancer.enhance(classes);
        Path order = classes.resolve("shop/Order.class");
        byte[] once = Files.readAllBytes(order);

        assertThat(enhancer.enhance(classes)).hasToString("Enhanced 0 classes in " + classes);

        assertThat(order).hasBinaryContent(once);
    }

    @Test
    void keepsTheTimeStampsThatCompilersCompare() throws Exception {
        write(classes, Compilation.compile("@Entity class Order { int a; }"));
        Files.setLastModifiedTime(classes.resolve("shop/Order.class"), LONG_AGO);

        enhancer.enhance(classes);

        assertThat(Files.getLastModifiedTime(classes.resolve("shop/Order.class")))
                .isEqualTo(LONG_AGO);
        assertThat(Files.list(classes.resolve("shop"))).hasSize(1);
    }

    @Test
    void writesNothingWhenOneClassFails() throws Exception {
        Map<String, byte[]> compiled = Compilation.compile("@Entity class A { int a; } @Entity class Z { int a; }");
        compiled.get("shop/Z")[7] = 50;
        write(classes, compiled);

        assertThatThrownBy(() -> enhancer.enhance(classes)).isInstanceOf(EnhancementException.class);

        assertThat(classes.resolve("shop/A.class")).hasBinaryContent(compiled.get("shop/A"));
    }

    @Test
    void findsEnhancedSuperclassesOnTheClassPath() throws Exception {
        Map<String, byte[]> compiled = Compilation.compile(
                "package lib; @MappedSuperclass public class Base { protected int a; }",
                "@Entity class Order extends lib.Base { int b = a; }");
        write(library, Map.of("lib/Base", compiled.get("lib/Base")));
        write(classes, Map.of("shop/Order", compiled.get("shop/Order")));
        enhancer.enhance(library);

        enhancer.withClassPath(List.of(library, library.resolve("none.jar"))).enhance(classes);

        Map<String, byte[]> enhanced = Fixture.enhance(EnhancementScope.ofEverything(), compiled);
        assertThat(classes.resolve("shop/Order.class")).hasBinaryContent(enhanced.get("shop/Order"));
    }

    @Test
    void takesEntitiesOfALibraryForPlainClassesUnlessTheyWereAskedFor() throws Exception {
        Map<String, byte[]> compiled = Compilation.compile(
                "package lib; @MappedSuperclass public class Base { protected int a; }",
                "@Entity class Order extends lib.Base { int b = a; }");
        write(library, Map.of("lib/Base", compiled.get("lib/Base")));
        write(classes, Map.of("shop/Order", compiled.get("shop/Order")));

        assertThatThrownBy(() -> BuildTimeEnhancer.of(EnhancementScope.ofPackages("shop", "lib"))
                        .withClassPath(List.of(library))
                        .enhance(classes))
                .isInstanceOf(EnhancementException.class)
                .hasMessageStartingWith("Cannot enhance classes that use or extend lib.Base: it lies in the scope of"
                        + " enhancement, but comes from another module or jar and has not been enhanced there.");
        assertThat(enhancer.withClassPath(List.of(library)).enhance(classes).enhanced())
                .containsExactly("shop.Order");
    }

    @Test
    void refusesAFolderThatIsMissing() {
        assertThatThrownBy(() -> enhancer.enhance(classes.resolve("none")))
                .isInstanceOf(EnhancementException.class)
                .hasMessageStartingWith(
                        "Cannot enhance the classes in " + classes.resolve("none") + ": there is no such folder.");
    }

    private static void write(Path folder, Map<String, byte[]> classFiles) throws IOException {
        for (Map.Entry<String, byte[]> classFile : classFiles.entrySet()) {
            Path file = folder.resolve(classFile.getKey() + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, classFile.getValue());
        }
    }
}
