package dev.grapnel.enhancer;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the methods of {@code Enhanced} that read and write a field by its index, in one {@link ValueForm}.
 *
 * <p>They go past all interception: the runtime uses them to fill objects that it loads, and to read what it stores.
 */
final class IndexedAccessors {

    private static final int VALUE_SLOT = 2;

    private final EnhancedClass target;
    private final ClassVisitor out;
    private final ValueForm form;
    private final int[] positions;

    IndexedAccessors(EnhancedClass target, ClassVisitor out, ValueForm form) {
        this.target = target;
        this.out = out;
        this.form = form;
        this.positions = IntStream.range(0, target.fields().size())
                .filter(position -> form.fits(target.fields().get(position).type()))
                .toArray();
    }

    void write() {
        // Without a field of this form the inherited methods do: they send every index of this class to the error.
        if (target.isRoot() || positions.length > 0) {
            writeReader();
            writeWriter();
        }
    }

    private void writeReader() {
        Type[] locals = {target.type(), Type.INT_TYPE};
        MemberCode code = method(form.reader(), form.readDescriptor());
        if (!target.isRoot()) {
            Label own = jumpIfOwn(code);
            code.loadReference(0).load(Type.INT_TYPE, 1).callSuper(form.reader(), form.readDescriptor());
            code.returnValue(form.type());
            code.at(own, locals);
        }
        Label[] cases = switchOverFields(code);
        for (int i = 0; i < positions.length; i++) {
            code.at(cases[i], locals);
            readCase(code, target.fields().get(positions[i]));
        }
        endWithError(code, cases[positions.length], locals);
    }

    private void readCase(MemberCode code, FieldOutline field) {
        code.loadReference(0).readField(field);
        if (form == ValueForm.OBJECT) {
            code.box(field.type());
        } else {
            primitive(field).ifPresent(primitive -> primitive.toForm(code.visitor()));
        }
        code.returnValue(form.type());
    }

    private void writeWriter() {
        Type[] locals = {target.type(), Type.INT_TYPE, form.type()};
        MemberCode code = method(form.writer(), form.writeDescriptor());
        if (!target.isRoot()) {
            Label own = jumpIfOwn(code);
            code.loadReference(0).load(Type.INT_TYPE, 1).load(form.type(), VALUE_SLOT);
            code.callSuper(form.writer(), form.writeDescriptor()).instruction(Opcodes.RETURN);
            code.at(own, locals);
        }
        Label[] cases = switchOverFields(code);
        for (int i = 0; i < positions.length; i++) {
            code.at(cases[i], locals);
            writeCase(code, target.fields().get(positions[i]), locals);
        }
        endWithError(code, cases[positions.length], locals);
    }

    private void writeCase(MemberCode code, FieldOutline field, Type[] locals) {
        Optional<Primitive> primitive = primitive(field);
        if (form == ValueForm.OBJECT && primitive.isPresent()) {
            writeUnboxed(code, field, primitive.get(), locals);
            return;
        }
        code.loadReference(0).load(form.type(), VALUE_SLOT);
        if (form == ValueForm.OBJECT) {
            code.castTo(field.type());
        } else {
            primitive.ifPresent(kind -> kind.fromForm(code.visitor()));
        }
        code.writeField(field).instruction(Opcodes.RETURN);
    }

    private static void writeUnboxed(MemberCode code, FieldOutline field, Primitive primitive, Type[] locals) {
        Label absent = new Label();
        code.loadReference(VALUE_SLOT).jump(Opcodes.IFNULL, absent);
        primitive.unbox(code.loadReference(0).loadReference(VALUE_SLOT).visitor());
        code.writeField(field).instruction(Opcodes.RETURN);
        code.at(absent, locals).loadReference(0);
        primitive.zero(code.visitor());
        code.writeField(field).instruction(Opcodes.RETURN);
    }

    private static Optional<Primitive> primitive(FieldOutline field) {
        return Primitive.of(field.type());
    }

    private MemberCode method(String name, String descriptor) {
        return MemberCode.method(target, out, Opcodes.ACC_PUBLIC, name, descriptor);
    }

    private static Label jumpIfOwn(MemberCode code) {
        Label own = new Label();
        code.load(Type.INT_TYPE, 1).baseConstant().jump(Opcodes.IF_ICMPGE, own);
        return own;
    }

    /** Returns a label for each field of the form, and one more for every other index. */
    private Label[] switchOverFields(MemberCode code) {
        Label[] labels = new Label[positions.length + 1];
        Arrays.setAll(labels, i -> new Label());
        if (positions.length > 0) {
            code.load(Type.INT_TYPE, 1);
            if (!target.isRoot()) {
                code.baseConstant().instruction(Opcodes.ISUB);
            }
            Label other = labels[positions.length];
            code.visitor().visitTableSwitchInsn(0, target.fields().size() - 1, other, table(labels));
        }
        return labels;
    }

    private Label[] table(Label[] labels) {
        Label[] table = new Label[target.fields().size()];
        Arrays.fill(table, labels[positions.length]);
        for (int i = 0; i < positions.length; i++) {
            table[positions[i]] = labels[i];
        }
        return table;
    }

    private void endWithError(MemberCode code, Label label, Type[] locals) {
        if (positions.length > 0) {
            code.at(label, locals);
        }
        code.loadReference(0).load(Type.INT_TYPE, 1);
        code.callStatic(RuntimeNames.ENHANCED_TYPE, "noSuchField", "(Ljava/lang/Object;I)Ljava/lang/Object;");
        // It never returns, but a method has to end in an instruction that does not fall through.
        code.instruction(Opcodes.POP)
                .instruction(Opcodes.ACONST_NULL)
                .instruction(Opcodes.ATHROW)
                .end();
    }
}
