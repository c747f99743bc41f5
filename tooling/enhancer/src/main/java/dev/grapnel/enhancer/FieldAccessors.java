package dev.grapnel.enhancer;

import java.util.List;
import java.util.Optional;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the static methods that stand for reads and writes of one field.
 *
 * <p>The accessors hold only what runs when nothing has to be done; calls of the runtime, with boxing, lie in methods of
 * their own. So an accessor is at most 35 bytes long, which every tier of HotSpot inlines, in nearly every class.
 */
final class FieldAccessors {

    private static final int SLOW = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
    private static final int VISIBILITY = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE;
    private static final Type STATE_TYPE = Type.getObjectType(RuntimeNames.INSTANCE_STATE);
    private static final String SELF_STATE_INDEX =
            "(" + RuntimeNames.ENHANCED_DESCRIPTOR + RuntimeNames.STATE_DESCRIPTOR + "I";

    private final EnhancedClass target;
    private final ClassVisitor out;
    private final FieldOutline field;
    private final InterceptedField names;
    private final Type type;
    private final int position;

    FieldAccessors(EnhancedClass target, ClassVisitor out, int position) {
        this.target = target;
        this.out = out;
        this.position = position;
        this.field = target.fields().get(position);
        this.names = target.intercepted(field);
        this.type = field.type();
    }

    void write() {
        writeReader();
        writeSlowReader();
        writeWriter();
        writeSlowWriter();
        writeInitializer();
    }

    private int access() {
        int visibility = field.access() & VISIBILITY;
        // Before nest mates, the inner classes of a class came in through methods that javac gave them.
        if (field.isPrivate() && target.outline().version() < ClassFile.FIRST_VERSION_WITH_NESTS) {
            visibility = 0;
        }
        return visibility | Opcodes.ACC_STATIC;
    }

    private MemberCode method(int access, String name, String descriptor) {
        return MemberCode.method(target, out, access, name, descriptor);
    }

    private void writeReader() {
        Label direct = new Label();
        MemberCode code = method(access(), names.reader(), names.readDescriptor());
        code.loadReference(0).readState().store(STATE_TYPE, 1);
        code.loadReference(1).jump(Opcodes.IFNULL, direct);
        code.loadReference(1).index(position).callVirtual(RuntimeNames.INSTANCE_STATE, "isAbsent", "(I)Z");
        code.jump(Opcodes.IFEQ, direct);
        code.loadReference(0).loadReference(1).callOwn(names.slowReader(), names.slowReadDescriptor());
        code.returnValue(type);
        code.at(direct, target.type(), STATE_TYPE);
        code.loadReference(0).readField(field).returnValue(type);
        code.end();
    }

    private void writeSlowReader() {
        MemberCode code = method(SLOW, names.slowReader(), names.slowReadDescriptor());
        code.loadReference(0).loadReference(1).index(position);
        code.callStatic(RuntimeNames.INTERCEPTION, "read", SELF_STATE_INDEX + ")Ljava/lang/Object;");
        Optional<Primitive> primitive = Primitive.of(type);
        if (primitive.isPresent()) {
            returnUnboxed(code, primitive.get());
        } else {
            code.castTo(type).returnValue(type);
        }
        code.end();
    }

    private void returnUnboxed(MemberCode code, Primitive primitive) {
        Label absent = new Label();
        code.store(ValueForm.OBJECT.type(), 2).loadReference(2).jump(Opcodes.IFNULL, absent);
        primitive.unbox(code.loadReference(2).visitor());
        code.returnValue(type);
        code.at(absent, target.type(), STATE_TYPE, ValueForm.OBJECT.type());
        primitive.zero(code.visitor());
        code.returnValue(type);
    }

    private void writeWriter() {
        int state = 1 + type.getSize();
        Label direct = new Label();
        MemberCode code = method(access(), names.writer(), names.writeDescriptor());
        // Object and value wait on the stack for either end, which saves the bytes of loading them twice.
        code.loadReference(0).load(type, 1);
        code.loadReference(0).readState().store(STATE_TYPE, state);
        code.loadReference(state).jump(Opcodes.IFNULL, direct);
        code.loadReference(state).index(position).typeConstant();
        code.callVirtual(RuntimeNames.INSTANCE_STATE, "isDirect", "(I" + RuntimeNames.TYPE_DESCRIPTOR + ")Z");
        code.jump(Opcodes.IFNE, direct);
        code.callOwn(names.slowWriter(), names.writeDescriptor()).instruction(Opcodes.RETURN);
        List<Type> locals = List.of(target.type(), type, STATE_TYPE);
        code.at(direct, locals, target.name(), MemberCode.verificationType(type));
        code.writeField(field).instruction(Opcodes.RETURN);
        code.end();
    }

    private void writeSlowWriter() {
        MemberCode code = method(SLOW, names.slowWriter(), names.writeDescriptor());
        code.loadReference(0).loadReference(0).readState();
        passValue(code, "write");
        code.end();
    }

    private void writeInitializer() {
        int state = 1 + type.getSize();
        Label intercepted = new Label();
        MemberCode code = method(access(), names.initializer(), names.writeDescriptor());
        code.loadReference(0).readState().store(STATE_TYPE, state);
        code.loadReference(state).jump(Opcodes.IFNONNULL, intercepted);
        code.loadReference(0).load(type, 1).writeField(field).instruction(Opcodes.RETURN);
        code.at(intercepted, target.type(), type, STATE_TYPE);
        code.loadReference(0).loadReference(state);
        passValue(code, "initialize");
        code.end();
    }

    private void passValue(MemberCode code, String method) {
        code.index(position).load(type, 1).box(type);
        code.callStatic(RuntimeNames.INTERCEPTION, method, SELF_STATE_INDEX + "Ljava/lang/Object;)V");
        code.instruction(Opcodes.RETURN);
    }
}
