package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import org.junit.jupiter.api.Test;

class RuntimeNamesTest {

    private static final Pattern ANOTHER_MODULE = Pattern.compile("dev[./]grapnel[./](?!enhancer)");

    @Test
    void standInNoOtherSource() throws Exception {
        List<Path> naming = files(Path.of("src/main/java"), ".java")
                .filter(source -> ANOTHER_MODULE.matcher(text(source)).find())
                .toList();

        assertThat(naming).extracting(source -> source.getFileName().toString()).containsExactly("RuntimeNames.java");
    }

    @Test
    void areTextAndNeverReferences() throws Exception {
        Path classes = Path.of(Enhancer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(files(classes, ".class"))
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(references(file))
                        .noneMatch(name -> ANOTHER_MODULE.matcher(name).lookingAt()));
    }

    private static Set<String> references(Path classFile) throws IOException {
        Set<String> names = new HashSet<>();
        Remapper collecting = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
                names.add(internalName);
                return internalName;
            }
        };
        new ClassReader(Files.readAllBytes(classFile)).accept(new ClassRemapper(new ClassWriter(0), collecting), 0);
        return names;
    }

    private static Stream<Path> files(Path root, String extension) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(extension)).toList().stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
