package dev.grapnel.enhancer;

import java.util.Optional;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Replaces reads and writes of intercepted fields by calls of their accessors.
 *
 * <p>An accessor takes from the stack what the instruction took and leaves what it left, so no frame changes. The owner
 * that the instruction names is kept: the virtual machine finds the accessor through a subclass just as it found the
 * field, with the same rights.
 */
class FieldAccessRedirect extends MethodVisitor {

    private final Hierarchy hierarchy;
    private boolean redirected;

    FieldAccessRedirect(MethodVisitor out, Hierarchy hierarchy) {
        super(Opcodes.ASM9, out);
        this.hierarchy = hierarchy;
    }

    final boolean hasRedirected() {
        return redirected;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        Optional<InterceptedField> field = intercepted(opcode, owner, name, descriptor);
        if (field.isPresent()) {
            redirected = true;
            call(opcode, owner, field.get());
        } else {
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }
    }

    private Optional<InterceptedField> intercepted(int opcode, String owner, String name, String descriptor) {
        boolean ofInstance = opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD;
        return ofInstance ? hierarchy.interceptedField(owner, name, descriptor) : Optional.empty();
    }

    private void call(int opcode, String owner, InterceptedField field) {
        boolean read = opcode == Opcodes.GETFIELD;
        String accessor = read ? field.reader() : writer(field);
        String descriptor = read ? field.readDescriptor() : field.writeDescriptor();
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, owner, accessor, descriptor, false);
    }

    /** Returns the name of the accessor for a write; a constructor has another one. */
    String writer(InterceptedField field) {
        return field.writer();
    }
}
