package dev.grapnel.enhancer;

import java.util.Arrays;
import java.util.Optional;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The primitive types: how each is boxed, and in which form it travels through the accessors by index. */
enum Primitive {
    BOOLEAN("Z", "java/lang/Boolean", ValueForm.INT, Opcodes.NOP, Opcodes.NOP),
    BYTE("B", "java/lang/Byte", ValueForm.INT, Opcodes.NOP, Opcodes.I2B),
    SHORT("S", "java/lang/Short", ValueForm.INT, Opcodes.NOP, Opcodes.I2S),
    CHAR("C", "java/lang/Character", ValueForm.INT, Opcodes.NOP, Opcodes.I2C),
    INT("I", "java/lang/Integer", ValueForm.INT, Opcodes.NOP, Opcodes.NOP),
    LONG("J", "java/lang/Long", ValueForm.LONG, Opcodes.NOP, Opcodes.NOP),
    FLOAT("F", "java/lang/Float", ValueForm.DOUBLE, Opcodes.F2D, Opcodes.D2F),
    DOUBLE("D", "java/lang/Double", ValueForm.DOUBLE, Opcodes.NOP, Opcodes.NOP);

    private final String descriptor;
    private final String wrapper;
    private final ValueForm form;
    private final int widening;
    private final int narrowing;

    Primitive(String descriptor, String wrapper, ValueForm form, int widening, int narrowing) {
        this.descriptor = descriptor;
        this.wrapper = wrapper;
        this.form = form;
        this.widening = widening;
        this.narrowing = narrowing;
    }

    static Optional<Primitive> of(Type type) {
        return Arrays.stream(values())
                .filter(primitive -> primitive.descriptor.equals(type.getDescriptor()))
                .findFirst();
    }

    ValueForm form() {
        return form;
    }

    void box(MethodVisitor code) {
        String boxing = "(" + descriptor + ")L" + wrapper + ";";
        code.visitMethodInsn(Opcodes.INVOKESTATIC, wrapper, "valueOf", boxing, false);
    }

    /** Turns an object that is known not to be null into the primitive. */
    void unbox(MethodVisitor code) {
        code.visitTypeInsn(Opcodes.CHECKCAST, wrapper);
        String method = Type.getType(descriptor).getClassName() + "Value";
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, wrapper, method, "()" + descriptor, false);
    }

    void zero(MethodVisitor code) {
        code.visitInsn(
                switch (this) {
                    case LONG -> Opcodes.LCONST_0;
                    case FLOAT -> Opcodes.FCONST_0;
                    case DOUBLE -> Opcodes.DCONST_0;
                    default -> Opcodes.ICONST_0;
                });
    }

    void toForm(MethodVisitor code) {
        convert(code, widening);
    }

    void fromForm(MethodVisitor code) {
        convert(code, narrowing);
    }

    private static void convert(MethodVisitor code, int opcode) {
        if (opcode != Opcodes.NOP) {
            code.visitInsn(opcode);
        }
    }
}
