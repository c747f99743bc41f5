package dev.grapnel.enhancer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One run over the class files of a folder: transform all, then write all. */
final class FolderEnhancement {

    private final ClassFolder folder;
    private final Hierarchy hierarchy;
    private final Map<Path, byte[]> changed = new LinkedHashMap<>();
    private final List<String> enhanced = new ArrayList<>();
    private final List<String> redirected = new ArrayList<>();

    FolderEnhancement(EnhancementScope scope, ClassFolder folder) {
        this.folder = folder;
        this.hierarchy = new Hierarchy(scope, folder.classFiles(), new ConcurrentHashMap<>(), folder::contains);
    }

    EnhancementSummary run() {
        folder.files().forEach(this::transform);
        changed.forEach(folder::replace);
        return new EnhancementSummary(folder.root(), enhanced, redirected);
    }

    private void transform(Path file) {
        byte[] classFile = folder.read(file);
        new ClassTransformation(hierarchy).apply(classFile).ifPresent(result -> {
            changed.put(file, result);
            ClassOutline outline = ClassOutline.of(ClassFile.reader(result));
            (outline.isAlreadyEnhanced() ? enhanced : redirected).add(outline.javaName());
        });
    }
}
