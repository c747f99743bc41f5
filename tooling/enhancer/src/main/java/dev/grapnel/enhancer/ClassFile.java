package dev.grapnel.enhancer;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;

/** Opens class files, and refuses those that are too new to be understood. */
final class ClassFile {

    /** Of class files before Java 8 the older ones have no stack maps, which the added code relies on. */
    static final int OLDEST_VERSION = Opcodes.V1_8;

    /** Private members of nest mates can be called directly from this version on. */
    static final int FIRST_VERSION_WITH_NESTS = Opcodes.V11;

    private static final int VERSION_OF_JAVA_1 = 44;

    private ClassFile() {}

    static ClassReader reader(byte[] classFile) {
        try {
            return new ClassReader(classFile);
        } catch (IllegalArgumentException e) {
            throw Problems.classFileTooNew(majorVersion(classFile), e);
        }
    }

    private static int majorVersion(byte[] classFile) {
        return (classFile[6] & 0xFF) << 8 | (classFile[7] & 0xFF);
    }

    static String javaVersion(int majorVersion) {
        return "Java " + (majorVersion - VERSION_OF_JAVA_1);
    }
}
