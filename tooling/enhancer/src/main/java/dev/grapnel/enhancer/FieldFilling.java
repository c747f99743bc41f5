package dev.grapnel.enhancer;

import java.util.Map;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the method of {@code Enhanced} that fills all fields of an object from one row.
 *
 * <p>It is straight code for the class, so that a virtual machine can inline the reading of each value; a loop over the accessors by index would
 * choose anew for each field of each class.
 */
final class FieldFilling {

    private static final int VALUES = 1;
    private static final int PLACES = 2;
    private static final int PLACE = 3;

    /** Types that are read without a detour, and the method of the values that gives them. */
    private static final Map<String, String> PLAIN =
            Map.of("I", "intAt", "J", "longAt", "D", "doubleAt", "Ljava/lang/String;", "stringAt");

    private final EnhancedClass target;
    private final ClassVisitor out;
    private final Type[] locals;

    FieldFilling(EnhancedClass target, ClassVisitor out) {
        this.target = target;
        this.out = out;
        this.locals = new Type[] {
            target.type(), Type.getObjectType(RuntimeNames.FIELD_VALUES), Type.getType("[I"), Type.INT_TYPE
        };
    }

    void write() {
        if (!target.isRoot() && target.fields().isEmpty()) {
            return;
        }
        MemberCode code =
                MemberCode.method(target, out, Opcodes.ACC_PUBLIC, RuntimeNames.FILL, RuntimeNames.FILL_DESCRIPTOR);
        if (!target.isRoot()) {
            code.loadReference(0).loadReference(VALUES).loadReference(PLACES);
            code.callSuper(RuntimeNames.FILL, RuntimeNames.FILL_DESCRIPTOR);
        }
        for (int position = 0; position < target.fields().size(); position++) {
            fill(code, position);
        }
        code.instruction(Opcodes.RETURN).end();
    }

    private void fill(MemberCode code, int position) {
        FieldOutline field = target.fields().get(position);
        Label next = new Label();
        code.loadReference(PLACES).index(position).instruction(Opcodes.IALOAD).store(Type.INT_TYPE, PLACE);
        code.load(Type.INT_TYPE, PLACE);
        String reader = PLAIN.get(field.descriptor());
        if (reader == null) {
            code.jump(Opcodes.IFLT, next);
            fillByValue(code, position, field);
        } else {
            Label other = new Label();
            code.jump(Opcodes.IFLT, other);
            code.loadReference(0).loadReference(VALUES).load(Type.INT_TYPE, PLACE);
            code.callInterface(RuntimeNames.FIELD_VALUES, reader, "(I)" + field.descriptor());
            code.writeField(field).jump(Opcodes.GOTO, next);
            code.at(other, locals).load(Type.INT_TYPE, PLACE).constant(-1).jump(Opcodes.IF_ICMPEQ, next);
            code.constant(-2)
                    .load(Type.INT_TYPE, PLACE)
                    .instruction(Opcodes.ISUB)
                    .store(Type.INT_TYPE, PLACE);
            putByIndex(code, position);
        }
        code.at(next, locals);
    }

    private static void fillByValue(MemberCode code, int position, FieldOutline field) {
        if (Primitive.of(field.type()).isPresent()) {
            putByIndex(code, position);
            return;
        }
        code.loadReference(0).loadReference(VALUES).load(Type.INT_TYPE, PLACE);
        code.callInterface(RuntimeNames.FIELD_VALUES, "value", "(I)Ljava/lang/Object;");
        code.castTo(field.type()).writeField(field);
    }

    /** Unboxing, and zero for null, are the accessor's. */
    private static void putByIndex(MemberCode code, int position) {
        code.loadReference(0).index(position);
        code.loadReference(VALUES).load(Type.INT_TYPE, PLACE);
        code.callInterface(RuntimeNames.FIELD_VALUES, "value", "(I)Ljava/lang/Object;");
        code.callVirtualOfThis(RuntimeNames.WRITE_BY_INDEX, ValueForm.OBJECT.writeDescriptor());
    }
}
