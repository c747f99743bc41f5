package dev.grapnel.enhancer;

import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the code of one generated member, in the words of the contract instead of those of the virtual machine.
 *
 * <p>Frames are given explicitly. The sizes of stack and locals are left to ASM, which can find them without knowing a
 * class hierarchy.
 */
final class MemberCode {

    private static final int LONGEST_BYTE_CONSTANT = Byte.MAX_VALUE;
    private static final int LONGEST_SHORT_CONSTANT = Short.MAX_VALUE;
    private static final int LONGEST_SINGLE_INSTRUCTION = 5;

    private final EnhancedClass target;
    private final MethodVisitor code;

    MemberCode(EnhancedClass target, MethodVisitor code) {
        this.target = target;
        this.code = code;
    }

    /** Starts a method of the class; {@link #end()} closes it. */
    static MemberCode method(EnhancedClass target, ClassVisitor out, int access, String name, String descriptor) {
        MethodVisitor code = out.visitMethod(access | Opcodes.ACC_SYNTHETIC, name, descriptor, null, null);
        code.visitCode();
        return new MemberCode(target, code);
    }

    void end() {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    MethodVisitor visitor() {
        return code;
    }

    MemberCode load(Type type, int slot) {
        code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
        return this;
    }

    MemberCode store(Type type, int slot) {
        code.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
        return this;
    }

    MemberCode loadReference(int slot) {
        code.visitVarInsn(Opcodes.ALOAD, slot);
        return this;
    }

    MemberCode instruction(int opcode) {
        code.visitInsn(opcode);
        return this;
    }

    MemberCode jump(int opcode, Label label) {
        code.visitJumpInsn(opcode, label);
        return this;
    }

    void returnValue(Type type) {
        code.visitInsn(type.getOpcode(Opcodes.IRETURN));
    }

    MemberCode constant(int value) {
        if (value >= -1 && value <= LONGEST_SINGLE_INSTRUCTION) {
            code.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value >= Byte.MIN_VALUE && value <= LONGEST_BYTE_CONSTANT) {
            code.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value <= LONGEST_SHORT_CONSTANT) {
            code.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
        return this;
    }

    MemberCode classConstant() {
        code.visitLdcInsn(target.type());
        return this;
    }

    MemberCode readField(String name, String descriptor) {
        code.visitFieldInsn(Opcodes.GETFIELD, target.name(), name, descriptor);
        return this;
    }

    MemberCode writeField(String name, String descriptor) {
        code.visitFieldInsn(Opcodes.PUTFIELD, target.name(), name, descriptor);
        return this;
    }

    MemberCode readField(FieldOutline field) {
        return readField(field.name(), field.descriptor());
    }

    MemberCode writeField(FieldOutline field) {
        return writeField(field.name(), field.descriptor());
    }

    MemberCode readState() {
        return target.holdsState()
                ? callVirtual(target.name(), RuntimeNames.HELD_STATE, RuntimeNames.READ_STATE)
                : readField(RuntimeNames.STATE, RuntimeNames.STATE_DESCRIPTOR);
    }

    MemberCode writeState() {
        return target.holdsState()
                ? callVirtual(target.name(), RuntimeNames.HELD_STATE, RuntimeNames.WRITE_STATE)
                : writeField(RuntimeNames.STATE, RuntimeNames.STATE_DESCRIPTOR);
    }

    MemberCode typeConstant() {
        code.visitFieldInsn(Opcodes.GETSTATIC, target.name(), RuntimeNames.TYPE, RuntimeNames.TYPE_DESCRIPTOR);
        return this;
    }

    MemberCode baseConstant() {
        code.visitFieldInsn(Opcodes.GETSTATIC, target.name(), RuntimeNames.BASE, "I");
        return this;
    }

    /** Pushes the index of a field, counted from the root-most enhanced class, whose base is zero. */
    MemberCode index(int position) {
        if (target.isRoot()) {
            return constant(position);
        }
        return baseConstant().constant(position).instruction(Opcodes.IADD);
    }

    MemberCode callStatic(String owner, String name, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
        return this;
    }

    MemberCode callOwn(String name, String descriptor) {
        return callStatic(target.name(), name, descriptor);
    }

    MemberCode callVirtual(String owner, String name, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
        return this;
    }

    MemberCode callInterface(String owner, String name, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner, name, descriptor, true);
        return this;
    }

    MemberCode callVirtualOfThis(String name, String descriptor) {
        return callVirtual(target.name(), name, descriptor);
    }

    MemberCode callSuper(String name, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, target.superName(), name, descriptor, false);
        return this;
    }

    MemberCode box(Type type) {
        Primitive.of(type).ifPresent(primitive -> primitive.box(code));
        return this;
    }

    MemberCode castTo(Type type) {
        if (!type.getInternalName().equals("java/lang/Object")) {
            code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
        }
        return this;
    }

    /** Pushes a new array with the boxed values of local variables. */
    MemberCode boxedArray(List<Type> types, int firstSlot) {
        constant(types.size());
        code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        int slot = firstSlot;
        for (int i = 0; i < types.size(); i++) {
            instruction(Opcodes.DUP).constant(i).load(types.get(i), slot).box(types.get(i));
            instruction(Opcodes.AASTORE);
            slot += types.get(i).getSize();
        }
        return this;
    }

    /** Places a label that a jump leads to, where the stack is empty and the locals have these types. */
    MemberCode at(Label label, Type... locals) {
        return at(label, List.of(locals), new Object[0]);
    }

    MemberCode at(Label label, List<Type> locals, Object... stack) {
        code.visitLabel(label);
        Object[] kinds = locals.stream().map(MemberCode::verificationType).toArray();
        code.visitFrame(Opcodes.F_NEW, kinds.length, kinds, stack.length, stack);
        return this;
    }

    static Object verificationType(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> Opcodes.INTEGER;
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> type.getInternalName();
        };
    }

    static int size(List<Type> types) {
        return types.stream().mapToInt(Type::getSize).sum();
    }

    static List<Type> argumentTypes(String descriptor) {
        return Arrays.asList(Type.getArgumentTypes(descriptor));
    }
}
