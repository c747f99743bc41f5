package dev.grapnel.enhancer;

import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Puts the type constants at the start of the static initializer, before any object of the class can be made. */
final class TypeInitializer {

    private static final String OF = "(Ljava/lang/invoke/MethodHandles$Lookup;" + RuntimeNames.TYPE_DESCRIPTOR
            + "[Ljava/lang/String;)" + RuntimeNames.TYPE_DESCRIPTOR;

    private final EnhancedClass target;

    TypeInitializer(EnhancedClass target) {
        this.target = target;
    }

    /** Writes a static initializer for a class that has none. */
    void writeMethod(ClassVisitor out) {
        MethodVisitor method = out.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        method.visitCode();
        writeStart(method);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    void writeStart(MethodVisitor method) {
        MemberCode code = new MemberCode(target, method);
        code.callStatic("java/lang/invoke/MethodHandles", "lookup", "()Ljava/lang/invoke/MethodHandles$Lookup;");
        pushParent(method);
        pushNames(code);
        code.callStatic(RuntimeNames.ENHANCED_TYPE, "of", OF);
        refuseLoading(code);
        code.instruction(Opcodes.DUP);
        putConstant(method, RuntimeNames.TYPE, RuntimeNames.TYPE_DESCRIPTOR);
        code.callVirtual(RuntimeNames.ENHANCED_TYPE, "base", "()I");
        putConstant(method, RuntimeNames.BASE, "I");
    }

    private void pushParent(MethodVisitor method) {
        if (target.isRoot()) {
            method.visitInsn(Opcodes.ACONST_NULL);
        } else {
            method.visitFieldInsn(Opcodes.GETSTATIC, target.parent(), RuntimeNames.TYPE, RuntimeNames.TYPE_DESCRIPTOR);
        }
    }

    private void pushNames(MemberCode code) {
        List<FieldOutline> fields = target.fields();
        code.constant(fields.size());
        code.visitor().visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
        for (int i = 0; i < fields.size(); i++) {
            code.instruction(Opcodes.DUP).constant(i);
            code.visitor().visitLdcInsn(fields.get(i).name());
            code.instruction(Opcodes.AASTORE);
        }
    }

    private void refuseLoading(MemberCode code) {
        ClassOutline obstacle = target.obstacle();
        if (obstacle != null) {
            code.instruction(Opcodes.DUP);
            code.visitor().visitLdcInsn(obstacle.javaName());
            code.callVirtual(RuntimeNames.ENHANCED_TYPE, "notLoadable", "(Ljava/lang/String;)V");
        }
    }

    private void putConstant(MethodVisitor method, String name, String descriptor) {
        method.visitFieldInsn(Opcodes.PUTSTATIC, target.name(), name, descriptor);
    }
}
