package dev.grapnel.enhancer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What the enhancer has to know of a class, read from its class file without loading it.
 *
 * <p>It holds nothing of the class loader, so that outlines can be kept for as long as the loader lives.
 *
 * @param noArgumentConstructor the access flags of the constructor without arguments, or {@link #NO_CONSTRUCTOR}
 * @param nestHost the class whose nest this class belongs to: often the class itself
 */
record ClassOutline(
        int version,
        int access,
        String name,
        @Nullable String superName,
        List<String> interfaces,
        Set<String> annotations,
        List<FieldOutline> fields,
        int noArgumentConstructor,
        String nestHost) {

    static final int NO_CONSTRUCTOR = -1;

    private static final int NOT_A_PLAIN_CLASS =
            Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM | Opcodes.ACC_RECORD | Opcodes.ACC_ANNOTATION | Opcodes.ACC_MODULE;

    private static final Set<String> ENTITY_ANNOTATIONS =
            Set.of(RuntimeNames.ENTITY, RuntimeNames.MAPPED_SUPERCLASS, RuntimeNames.EMBEDDABLE);

    static ClassOutline of(ClassReader classFile) {
        OutlineReader reader = new OutlineReader();
        classFile.accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return reader.outline();
    }

    /** Returns whether this class, and not only a superclass of it, carries the marks of enhancement. */
    boolean isAlreadyEnhanced() {
        return interfaces.contains(RuntimeNames.ENHANCED);
    }

    boolean isPlainClass() {
        return (access & NOT_A_PLAIN_CLASS) == 0;
    }

    boolean isAbstract() {
        return (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    boolean hasEntityAnnotation() {
        return annotations.stream().anyMatch(ENTITY_ANNOTATIONS::contains);
    }

    /** Names what kind of type this is, for messages. */
    String kind() {
        if ((access & Opcodes.ACC_ANNOTATION) != 0) {
            return "an annotation";
        }
        if ((access & Opcodes.ACC_INTERFACE) != 0) {
            return "an interface";
        }
        if ((access & Opcodes.ACC_ENUM) != 0) {
            return "an enum";
        }
        return (access & Opcodes.ACC_RECORD) != 0 ? "a record" : "a class";
    }

    List<FieldOutline> persistentFields() {
        return fields.stream().filter(FieldOutline::persistent).toList();
    }

    Optional<FieldOutline> field(String fieldName, String descriptor) {
        return fields.stream().filter(field -> field.is(fieldName, descriptor)).findFirst();
    }

    /** Returns the name as a Java programmer writes it. */
    String javaName() {
        return name.replace('/', '.');
    }

    String packageName() {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
