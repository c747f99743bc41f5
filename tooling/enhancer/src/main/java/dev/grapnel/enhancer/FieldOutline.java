package dev.grapnel.enhancer;

import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A field as its class file declares it. */
record FieldOutline(String name, String descriptor, int access, boolean markedTransient) {

    private static final int NEVER_PERSISTENT = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_TRANSIENT;

    /** Returns whether reads and writes of this field are intercepted once its class is enhanced. */
    boolean persistent() {
        return (access & NEVER_PERSISTENT) == 0 && !markedTransient;
    }

    boolean isPrivate() {
        return (access & Opcodes.ACC_PRIVATE) != 0;
    }

    Type type() {
        return Type.getType(descriptor);
    }

    boolean is(String otherName, String otherDescriptor) {
        return name.equals(otherName) && descriptor.equals(otherDescriptor);
    }
}
