package dev.grapnel.enhancer;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a class on which its {@link SerialVersion} depends. */
final class SerialForm extends ClassVisitor {

    private static final int CLASS_MODIFIERS =
            Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
    private static final int MEMBER_MODIFIERS =
            Opcodes.ACC_PUBLIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    private static final int FIELD_MODIFIERS = MEMBER_MODIFIERS | Opcodes.ACC_VOLATILE | Opcodes.ACC_TRANSIENT;
    private static final int METHOD_MODIFIERS = MEMBER_MODIFIERS
            | Opcodes.ACC_SYNCHRONIZED
            | Opcodes.ACC_NATIVE
            | Opcodes.ACC_ABSTRACT
            | Opcodes.ACC_STRICT;

    private final List<Member> fields = new ArrayList<>();
    private final List<Member> staticInitializer = new ArrayList<>();
    private final List<Member> constructors = new ArrayList<>();
    private final List<Member> methods = new ArrayList<>();
    private List<String> interfaces = List.of();
    private String name = "";
    private int access;

    SerialForm() {
        super(Opcodes.ASM9);
    }

    record Member(String name, int modifiers, String signature) {}

    String className() {
        return name.replace('/', '.');
    }

    int classModifiers() {
        return access & CLASS_MODIFIERS;
    }

    List<String> interfaces() {
        return interfaces;
    }

    List<Member> fields() {
        return fields;
    }

    List<Member> staticInitializer() {
        return staticInitializer;
    }

    List<Member> constructors() {
        return constructors;
    }

    List<Member> methods() {
        return methods;
    }

    @Override
    public void visit(
            int version,
            int classAccess,
            String className,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] superInterfaces) {
        name = className;
        access = classAccess;
        if (superInterfaces != null) {
            interfaces = List.of(superInterfaces).stream()
                    .map(each -> each.replace('/', '.'))
                    .toList();
        }
    }

    @Override
    public void visitInnerClass(
            String inner, @Nullable String outer, @Nullable String simpleName, int modifiersInSource) {
        if (inner.equals(name)) {
            // Reflection reports the modifiers of a nested class as they stand in the source.
            access = modifiersInSource;
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int modifiers, String field, String descriptor, @Nullable String signature, @Nullable Object constant) {
        boolean counts = (modifiers & Opcodes.ACC_PRIVATE) == 0
                || (modifiers & (Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT)) == 0;
        if (counts) {
            fields.add(new Member(field, modifiers & FIELD_MODIFIERS, descriptor));
        }
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int modifiers,
            String method,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        String dotted = descriptor.replace('/', '.');
        if (method.equals("<clinit>")) {
            staticInitializer.add(new Member(method, Opcodes.ACC_STATIC, descriptor));
        } else if ((modifiers & Opcodes.ACC_PRIVATE) == 0) {
            List<Member> kind = method.equals("<init>") ? constructors : methods;
            kind.add(new Member(method, modifiers & METHOD_MODIFIERS, dotted));
        }
        return null;
    }
}
