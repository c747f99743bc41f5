package dev.grapnel.enhancer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Collects a {@link ClassOutline} while a class file is read. */
final class OutlineReader extends ClassVisitor {

    private final Set<String> annotations = new HashSet<>();
    private final List<FieldOutline> fields = new ArrayList<>();
    private int version;
    private int access;
    private String name = "";
    private @Nullable String superName;
    private List<String> interfaces = List.of();
    private int noArgumentConstructor = ClassOutline.NO_CONSTRUCTOR;
    private @Nullable String nestHost;

    OutlineReader() {
        super(Opcodes.ASM9);
    }

    ClassOutline outline() {
        return new ClassOutline(
                version,
                access,
                name,
                superName,
                interfaces,
                Set.copyOf(annotations),
                List.copyOf(fields),
                noArgumentConstructor,
                nestHost == null ? name : nestHost);
    }

    @Override
    public void visit(
            int classVersion,
            int classAccess,
            String className,
            @Nullable String signature,
            @Nullable String superClass,
            String @Nullable [] superInterfaces) {
        version = classVersion & 0xFFFF;
        access = classAccess;
        name = className;
        superName = superClass;
        interfaces = superInterfaces == null ? List.of() : List.of(superInterfaces);
    }

    @Override
    public void visitNestHost(String host) {
        nestHost = host;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(descriptor);
        return null;
    }

    @Override
    public FieldVisitor visitField(
            int fieldAccess,
            String fieldName,
            String descriptor,
            @Nullable String signature,
            @Nullable Object constant) {
        return new FieldVisitor(Opcodes.ASM9) {
            private boolean markedTransient;

            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                markedTransient |= annotation.equals(RuntimeNames.TRANSIENT);
                return null;
            }

            @Override
            public void visitEnd() {
                fields.add(new FieldOutline(fieldName, descriptor, fieldAccess, markedTransient));
            }
        };
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int methodAccess,
            String methodName,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        if (methodName.equals("<init>") && descriptor.equals("()V")) {
            noArgumentConstructor = methodAccess;
        }
        return null;
    }
}
