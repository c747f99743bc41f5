package dev.grapnel.enhancer;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The parts of a constructor whose exceptions are reported, and the handler that does so and throws them on. */
final class WatchedCode {

    private static final String FAILED =
            "(" + RuntimeNames.ENHANCED_DESCRIPTOR + "Ljava/lang/Class;Ljava/lang/Throwable;)V";

    private final EnhancedClass target;
    private final MethodVisitor out;
    private final List<Label> bounds = new ArrayList<>();
    private @Nullable Label open;

    WatchedCode(EnhancedClass target, MethodVisitor out) {
        this.target = target;
        this.out = out;
    }

    void begin() {
        open = new Label();
        out.visitLabel(open);
    }

    /** Begins or ends a part here, if it has to change. */
    void continueOnlyIf(boolean initialized) {
        Label start = open;
        if (start == null && initialized) {
            begin();
        } else if (start != null && !initialized) {
            Label end = new Label();
            out.visitLabel(end);
            bounds.add(start);
            bounds.add(end);
            open = null;
        }
    }

    /** Writes the handler; called when all else has been written, so that handlers of the constructor itself go first. */
    void writeHandler() {
        Label handler = new Label();
        for (int i = 0; i < bounds.size(); i += 2) {
            out.visitTryCatchBlock(bounds.get(i), bounds.get(i + 1), handler, "java/lang/Throwable");
        }
        if (!bounds.isEmpty()) {
            MemberCode code = new MemberCode(target, out);
            code.at(handler, List.of(target.type()), "java/lang/Throwable");
            code.instruction(Opcodes.DUP).loadReference(0).instruction(Opcodes.SWAP);
            code.classConstant().instruction(Opcodes.SWAP);
            code.callStatic(RuntimeNames.CONSTRUCTION, "failed", FAILED).instruction(Opcodes.ATHROW);
        }
    }
}
