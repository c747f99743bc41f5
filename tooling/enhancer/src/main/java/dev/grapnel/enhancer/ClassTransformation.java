package dev.grapnel.enhancer;

import java.util.Optional;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/**
 * Turns the class file of one class into that of its enhanced form: a function of the bytes, the scope and the class
 * files around, and of nothing else.
 *
 * <ol>
 *   <li>{@link ClassOutline} and {@link Hierarchy} tell whether the class is enhanced, redirected or left alone;
 *   <li>{@link EnhancedClass} and {@link ConstructorOutline} hold what is decided about it;
 *   <li>{@link EnhancingVisitor} or {@link RedirectingVisitor} rewrite its code;
 *   <li>{@link StateMembers}, {@link FieldAccessors}, {@link IndexedAccessors}, {@link ConstructorHooks} and
 *       {@link TypeInitializer} add what the contract names.
 * </ol>
 */
final class ClassTransformation {

    private final Hierarchy hierarchy;

    ClassTransformation(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /**
     * Returns the new class file, or nothing when the class stays as it is.
     *
     * @throws EnhancementException if the class should be enhanced but cannot be
     */
    Optional<byte[]> apply(byte[] classFile) {
        ClassReader reader = ClassFile.reader(classFile);
        String name = reader.getClassName();
        if (!hierarchy.scope().contains(name)) {
            return Optional.empty();
        }
        try {
            return apply(reader, hierarchy.learn(reader));
        } catch (EnhancementException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Problems.cannotTransform(name, e);
        }
    }

    private Optional<byte[]> apply(ClassReader reader, ClassOutline outline) {
        if (outline.isAlreadyEnhanced()) {
            return Optional.empty();
        }
        if (hierarchy.isEnhanced(outline)) {
            return Optional.of(enhance(reader, outline));
        }
        if (hierarchy.scope().names(outline.name())) {
            throw Problems.notAPlainClass(outline);
        }
        return redirect(reader);
    }

    private byte[] enhance(ClassReader reader, ClassOutline outline) {
        if (outline.version() < ClassFile.OLDEST_VERSION) {
            throw Problems.classFileTooOld(outline);
        }
        EnhancedClass target = EnhancedClass.of(outline, hierarchy);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new EnhancingVisitor(
                        writer,
                        target,
                        hierarchy,
                        ConstructorOutline.of(target, reader),
                        serialVersion(reader, outline)),
                ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    private @Nullable Long serialVersion(ClassReader reader, ClassOutline outline) {
        boolean wanted = !SerialVersion.isDeclaredBy(outline) && hierarchy.isSerializable(outline);
        return wanted ? SerialVersion.of(reader) : null;
    }

    /** Returns the methods, by name and descriptor, in which accesses to fields of enhanced classes are redirected. */
    Set<String> redirectedMethods(byte[] classFile) {
        ClassReader reader = ClassFile.reader(classFile);
        RedirectingVisitor visitor = new RedirectingVisitor(new ClassWriter(reader, 0), hierarchy);
        reader.accept(visitor, ClassReader.EXPAND_FRAMES);
        return visitor.redirectedMethods();
    }

    private Optional<byte[]> redirect(ClassReader reader) {
        ClassWriter writer = new ClassWriter(reader, 0);
        RedirectingVisitor visitor = new RedirectingVisitor(writer, hierarchy);
        reader.accept(visitor, ClassReader.EXPAND_FRAMES);
        return visitor.hasRedirected() ? Optional.of(writer.toByteArray()) : Optional.empty();
    }
}
