package dev.grapnel.enhancer;

import java.util.Arrays;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Finds the call of {@code super(...)} or {@code this(...)} in a constructor.
 *
 * <p>Arguments of that call may construct objects too, even of the same class. Every {@code NEW} is answered by one
 * {@code <init>}, whatever branches lie between; the first {@code <init>} without a {@code NEW} is the one looked for. Where the
 * code has been reordered so that a later frame still holds the unfinished object, the frame is believed.
 */
final class SuperCallTracker {

    private int unfinishedObjects;
    private boolean initialized;

    boolean isInitialized() {
        return initialized;
    }

    void typeInstruction(int opcode) {
        if (opcode == Opcodes.NEW) {
            unfinishedObjects++;
        }
    }

    /** Returns whether this call finishes the object under construction. */
    boolean finishesObject(int opcode, String method) {
        if (initialized || opcode != Opcodes.INVOKESPECIAL || !method.equals("<init>")) {
            return false;
        }
        if (unfinishedObjects > 0) {
            unfinishedObjects--;
            return false;
        }
        initialized = true;
        return true;
    }

    void frame(int count, Object[] locals) {
        initialized = Arrays.stream(locals, 0, count).noneMatch(Opcodes.UNINITIALIZED_THIS::equals);
    }
}
