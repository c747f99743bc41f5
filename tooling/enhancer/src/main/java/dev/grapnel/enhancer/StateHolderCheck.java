package dev.grapnel.enhancer;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Looks at a method by which a class keeps the states of its objects, and refuses one that would call itself without end. */
final class StateHolderCheck extends MethodVisitor {

    private final EnhancedClass target;
    private final Hierarchy hierarchy;

    StateHolderCheck(MethodVisitor out, EnhancedClass target, Hierarchy hierarchy) {
        super(Opcodes.ASM9, out);
        this.target = target;
        this.hierarchy = hierarchy;
    }

    static boolean applies(EnhancedClass target, String name, String descriptor) {
        return target.holdsState()
                && name.equals(RuntimeNames.HELD_STATE)
                && (descriptor.equals(RuntimeNames.READ_STATE) || descriptor.equals(RuntimeNames.WRITE_STATE));
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean ofInstance = opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD;
        if (ofInstance) {
            hierarchy
                    .interceptedField(owner, name, descriptor)
                    .filter(field -> hierarchy.isSubclass(target.outline(), field.declaringClass()))
                    .ifPresent(field -> {
                        throw Problems.stateHolderUsesAttribute(target, field.field());
                    });
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }
}
