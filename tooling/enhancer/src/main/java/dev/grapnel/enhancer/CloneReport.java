package dev.grapnel.enhancer;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Reports every object that {@code super.clone()} returned, since {@code Object.clone()} copies the state slot too.
 *
 * <p>A superclass may have reported it before; the runtime sees that the copy has a state of its own already.
 */
final class CloneReport extends MethodVisitor {

    CloneReport(MethodVisitor out) {
        super(Opcodes.ASM9, out);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (opcode == Opcodes.INVOKESPECIAL && name.equals("clone") && descriptor.startsWith("()L")) {
            super.visitInsn(Opcodes.DUP);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, RuntimeNames.CONSTRUCTION, "cloned", "(Ljava/lang/Object;)V", false);
        }
    }
}
