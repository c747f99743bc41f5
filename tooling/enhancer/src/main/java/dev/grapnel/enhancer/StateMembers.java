package dev.grapnel.enhancer;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Writes the state slot, the type constants, and the constructor for loading. */
final class StateMembers {

    private static final int PUBLIC_CONSTANT =
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;

    private final EnhancedClass target;
    private final ClassVisitor out;

    StateMembers(EnhancedClass target, ClassVisitor out) {
        this.target = target;
        this.out = out;
    }

    void write() {
        writeField(PUBLIC_CONSTANT, RuntimeNames.TYPE, RuntimeNames.TYPE_DESCRIPTOR);
        writeField(PUBLIC_CONSTANT, RuntimeNames.BASE, "I");
        if (target.isRoot()) {
            if (!target.holdsState()) {
                writeField(
                        Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC, RuntimeNames.STATE, RuntimeNames.STATE_DESCRIPTOR);
            }
            writeStateAccess();
        }
        writeTypeAccess();
        if (target.obstacle() == null) {
            writeLoadingConstructor();
            writeFactory();
        }
    }

    private void writeField(int access, String name, String descriptor) {
        out.visitField(access, name, descriptor, null, null).visitEnd();
    }

    private MemberCode method(String name, String descriptor) {
        return MemberCode.method(target, out, Opcodes.ACC_PUBLIC, name, descriptor);
    }

    private void writeStateAccess() {
        MemberCode read = method(RuntimeNames.STATE, RuntimeNames.READ_STATE);
        read.loadReference(0).readState().instruction(Opcodes.ARETURN).end();

        MemberCode write = method(RuntimeNames.STATE, RuntimeNames.WRITE_STATE);
        write.loadReference(0).loadReference(1).writeState();
        write.instruction(Opcodes.RETURN).end();
    }

    private void writeTypeAccess() {
        MemberCode code = method(RuntimeNames.TYPE, "()" + RuntimeNames.TYPE_DESCRIPTOR);
        code.typeConstant().instruction(Opcodes.ARETURN).end();
    }

    private void writeLoadingConstructor() {
        MemberCode code = method("<init>", RuntimeNames.LOADING_CONSTRUCTOR).loadReference(0);
        if (target.superclassIsEnhanced()) {
            code.loadReference(1).callSuper("<init>", RuntimeNames.LOADING_CONSTRUCTOR);
        } else {
            code.callSuper("<init>", "()V");
        }
        code.instruction(Opcodes.RETURN).end();
    }

    private void writeFactory() {
        if (target.outline().isAbstract()) {
            return;
        }
        MemberCode code = method(RuntimeNames.NEW_INSTANCE, RuntimeNames.NEW_INSTANCE_DESCRIPTOR);
        code.visitor().visitTypeInsn(Opcodes.NEW, target.name());
        code.instruction(Opcodes.DUP).loadReference(1);
        code.visitor()
                .visitMethodInsn(
                        Opcodes.INVOKESPECIAL, target.name(), "<init>", RuntimeNames.LOADING_CONSTRUCTOR, false);
        code.returnValue(Type.getObjectType(target.name()));
        code.end();
    }
}
