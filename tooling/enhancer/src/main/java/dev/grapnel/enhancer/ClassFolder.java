package dev.grapnel.enhancer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.dynamic.ClassFileLocator;

/** A folder of class files and the class path that belongs to it. */
final class ClassFolder implements AutoCloseable {

    private static final String EXTENSION = ".class";

    private final Path root;
    private final ClassFileLocator locator;

    private ClassFolder(Path root, ClassFileLocator locator) {
        this.root = root;
        this.locator = locator;
    }

    static ClassFolder open(Path root, List<Path> classPath) {
        if (!Files.isDirectory(root)) {
            throw Problems.notAFolder(root);
        }
        List<ClassFileLocator> locators = new ArrayList<>();
        locators.add(new ClassFileLocator.ForFolder(root.toFile()));
        classPath.stream().filter(Files::exists).map(ClassFolder::locator).forEach(locators::add);
        locators.add(ClassFileLocator.ForClassLoader.ofPlatformLoader());
        return new ClassFolder(root, new ClassFileLocator.Compound(locators));
    }

    private static ClassFileLocator locator(Path entry) {
        try {
            return Files.isDirectory(entry)
                    ? new ClassFileLocator.ForFolder(entry.toFile())
                    : ClassFileLocator.ForJarFile.of(entry.toFile());
        } catch (IOException e) {
            throw Problems.cannotRead(entry.toString(), e);
        }
    }

    Path root() {
        return root;
    }

    ClassFiles classFiles() {
        return new LocatedClassFiles(locator);
    }

    /** Returns the class files below the root, in a fixed order. */
    List<Path> files() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .filter(file -> !isVersionOfAnother(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Problems.cannotRead(root.toString(), e);
        }
    }

    private boolean isVersionOfAnother(Path file) {
        return root.relativize(file).startsWith("META-INF");
    }

    boolean contains(String internalName) {
        return Files.isRegularFile(root.resolve(internalName + EXTENSION));
    }

    byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Problems.cannotRead(file.toString(), e);
        }
    }

    /** Replaces a file as a whole: a build that is stopped leaves no half-written class. */
    void replace(Path file, byte[] content) {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            Path written = Files.createTempFile(file.getParent(), "enhanced", ".tmp");
            Files.write(written, content);
            Files.setLastModifiedTime(written, time);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problems.cannotWrite(file.toString(), e);
        }
    }

    @Override
    public void close() {
        try {
            locator.close();
        } catch (IOException e) {
            throw Problems.cannotRead(root.toString(), e);
        }
    }
}
