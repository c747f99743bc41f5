package dev.grapnel.enhancer;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Gives a class the full treatment: its code is redirected, and all members of the contract are added. */
final class EnhancingVisitor extends ClassVisitor {

    private final EnhancedClass target;
    private final Hierarchy hierarchy;
    private final Map<String, ConstructorOutline> constructors;
    private final TypeInitializer typeInitializer;
    private final @Nullable Long serialVersion;
    private boolean hasStaticInitializer;

    EnhancingVisitor(
            ClassVisitor out,
            EnhancedClass target,
            Hierarchy hierarchy,
            Map<String, ConstructorOutline> constructors,
            @Nullable Long serialVersion) {
        super(Opcodes.ASM9, out);
        this.target = target;
        this.hierarchy = hierarchy;
        this.constructors = constructors;
        this.serialVersion = serialVersion;
        this.typeInitializer = new TypeInitializer(target);
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        String[] given = Objects.requireNonNullElse(interfaces, new String[0]);
        String[] all = Arrays.copyOf(given, given.length + 1);
        all[given.length] = RuntimeNames.ENHANCED;
        String genericSignature = signature == null ? null : signature + RuntimeNames.ENHANCED_DESCRIPTOR;
        super.visit(version, access, name, genericSignature, superName, all);
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object constant) {
        boolean persistent = target.declaresPersistent(target.name(), name, descriptor);
        // Loading and rollback write the field again, from a method that is no constructor.
        int kept = persistent ? access & ~Opcodes.ACC_FINAL : access;
        return super.visitField(kept, name, descriptor, signature, constant);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
        return switch (name) {
            case "<init>" -> new ConstructorRedirect(out, target, hierarchy, constructor(descriptor));
            case "<clinit>" -> staticInitializer(out);
            default -> ordinary(new FieldAccessRedirect(new CloneReport(out), hierarchy), name, descriptor);
        };
    }

    private MethodVisitor ordinary(MethodVisitor redirected, String name, String descriptor) {
        return StateHolderCheck.applies(target, name, descriptor)
                ? new StateHolderCheck(redirected, target, hierarchy)
                : redirected;
    }

    private ConstructorOutline constructor(String descriptor) {
        return Objects.requireNonNull(constructors.get(descriptor), descriptor);
    }

    private MethodVisitor staticInitializer(MethodVisitor out) {
        hasStaticInitializer = true;
        return new FieldAccessRedirect(out, hierarchy) {
            @Override
            public void visitCode() {
                super.visitCode();
                typeInitializer.writeStart(mv);
            }
        };
    }

    @Override
    public void visitEnd() {
        if (serialVersion != null) {
            SerialVersion.write(cv, serialVersion);
        }
        new StateMembers(target, cv).write();
        for (int position = 0; position < target.fields().size(); position++) {
            new FieldAccessors(target, cv, position).write();
        }
        for (ValueForm form : ValueForm.values()) {
            new IndexedAccessors(target, cv, form).write();
        }
        new FieldFilling(target, cv).write();
        constructors.values().stream()
                .filter(constructor -> !constructor.delegates())
                .forEach(constructor -> constructor.hooks().writeMethods(cv));
        if (!hasStaticInitializer) {
            typeInitializer.writeMethod(cv);
        }
        super.visitEnd();
    }
}
