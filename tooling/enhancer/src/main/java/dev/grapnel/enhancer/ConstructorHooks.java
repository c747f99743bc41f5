package dev.grapnel.enhancer;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The hooks of one constructor: the calls that stand in it, and the methods that they lead to.
 *
 * <p>The work is done in methods beside the constructor, so that no branch and no local variable is added to the
 * constructor itself and its own frames stay true.
 */
final class ConstructorHooks {

    private static final int HOOK = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;

    private final EnhancedClass target;
    private final int number;
    private final List<Type> arguments;
    private final String argumentDescriptors;

    ConstructorHooks(EnhancedClass target, int number, String constructorDescriptor) {
        this.target = target;
        this.number = number;
        this.arguments = MemberCode.argumentTypes(constructorDescriptor);
        this.argumentDescriptors = constructorDescriptor.substring(1, constructorDescriptor.indexOf(')'));
    }

    private String leafName() {
        return RuntimeNames.LEAF_HOOK + number;
    }

    private String leafDescriptor() {
        return "(" + argumentDescriptors + ")V";
    }

    private String initName() {
        return RuntimeNames.INIT_HOOK + number;
    }

    private String initDescriptor() {
        return "(" + "L" + target.name() + ";" + argumentDescriptors + ")[Ljava/lang/Object;";
    }

    /** Writes what comes first in a constructor, before {@code super(...)}. */
    void beforeSuper(MethodVisitor constructor) {
        if (!target.isRoot()) {
            MemberCode code = new MemberCode(target, constructor);
            loadArguments(code);
            code.callOwn(leafName(), leafDescriptor());
        }
    }

    /** Writes what comes right after {@code super(...)}. */
    void afterSuper(MethodVisitor constructor) {
        if (target.isRoot()) {
            MemberCode code = new MemberCode(target, constructor).loadReference(0);
            loadArguments(code);
            code.callOwn(initName(), initDescriptor());
            takeReplacedArguments(code);
        }
    }

    private void loadArguments(MemberCode code) {
        int slot = 1;
        for (Type argument : arguments) {
            code.load(argument, slot);
            slot += argument.getSize();
        }
    }

    private void takeReplacedArguments(MemberCode code) {
        int slot = 1;
        for (int i = 0; i < arguments.size(); i++) {
            Type argument = arguments.get(i);
            boolean primitive = Primitive.of(argument).isPresent();
            Type carried = primitive ? argument : ValueForm.OBJECT.type();
            code.instruction(Opcodes.DUP).constant(i).load(argument, slot);
            code.callStatic(RuntimeNames.CONSTRUCTION, "argument", argumentMethod(carried));
            if (!primitive) {
                code.castTo(argument);
            }
            code.store(argument, slot);
            slot += argument.getSize();
        }
        code.instruction(Opcodes.POP);
    }

    private static String argumentMethod(Type carried) {
        return "([Ljava/lang/Object;I" + carried.getDescriptor() + ")" + carried.getDescriptor();
    }

    /** Writes the methods that the constructor calls. */
    void writeMethods(ClassVisitor out) {
        if (target.isRoot()) {
            writeInit(out);
        } else {
            writeLeaf(out);
        }
    }

    private void writeLeaf(ClassVisitor out) {
        Label end = new Label();
        MemberCode code = MemberCode.method(target, out, HOOK, leafName(), leafDescriptor());
        code.typeConstant().callVirtual(RuntimeNames.ENHANCED_TYPE, "wantsArguments", "()Z");
        code.jump(Opcodes.IFEQ, end);
        code.classConstant().boxedArray(arguments, 0);
        code.callStatic(RuntimeNames.CONSTRUCTION, "leaf", "(Ljava/lang/Class;[Ljava/lang/Object;)V");
        code.at(end, arguments).instruction(Opcodes.RETURN).end();
    }

    private void writeInit(ClassVisitor out) {
        Label wanted = new Label();
        List<Type> locals = new ArrayList<>(List.of(target.type()));
        locals.addAll(arguments);
        MemberCode code = MemberCode.method(target, out, HOOK, initName(), initDescriptor());
        String self = RuntimeNames.ENHANCED_DESCRIPTOR;
        code.loadReference(0).callStatic(RuntimeNames.CONSTRUCTION, "begin", "(" + self + ")Z");
        code.jump(Opcodes.IFNE, wanted);
        code.instruction(Opcodes.ACONST_NULL).instruction(Opcodes.ARETURN);
        code.at(wanted, locals).loadReference(0).classConstant().boxedArray(arguments, 1);
        String init = "(" + self + "Ljava/lang/Class;[Ljava/lang/Object;)[Ljava/lang/Object;";
        code.callStatic(RuntimeNames.CONSTRUCTION, "init", init).instruction(Opcodes.ARETURN);
        code.end();
    }
}
