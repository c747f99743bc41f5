package dev.grapnel.enhancer;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Reports every object that {@code super.clone()} returned, with its original, since {@code Object.clone()} copies the state slot too, or
 * leaves the copy without a state if that is kept outside of the object.
 *
 * <p>A superclass may have reported it before; the runtime sees that the copy has a state of its own already.
 */
final class CloneReport extends MethodVisitor {

    private static final String CLONED = "(Ljava/lang/Object;Ljava/lang/Object;)V";

    CloneReport(MethodVisitor out) {
        super(Opcodes.ASM9, out);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean copies = opcode == Opcodes.INVOKESPECIAL && name.equals("clone") && descriptor.startsWith("()L");
        if (copies) {
            super.visitInsn(Opcodes.DUP);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (copies) {
            super.visitInsn(Opcodes.DUP_X1);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, RuntimeNames.CONSTRUCTION, "cloned", CLONED, false);
        }
    }
}
