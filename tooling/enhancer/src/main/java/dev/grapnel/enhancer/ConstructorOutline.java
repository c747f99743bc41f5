package dev.grapnel.enhancer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a constructor before its first instruction is written.
 *
 * @param hooks the hooks it gets, with its number among all constructors
 * @param delegates whether it calls {@code this(...)}
 * @param earlyWrites persistent fields of its own class that it writes before {@code super(...)}, as Java 25 allows
 */
record ConstructorOutline(ConstructorHooks hooks, boolean delegates, List<FieldOutline> earlyWrites) {

    /** Reads all constructors of a class, by their descriptors. */
    static Map<String, ConstructorOutline> of(EnhancedClass target, ClassReader classFile) {
        Map<String, ConstructorOutline> outlines = new LinkedHashMap<>();
        classFile.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return name.equals("<init>") ? new Reader(target, descriptor, outlines) : null;
                    }
                },
                // Frames are wanted in full, for the tracker reads them.
                ClassReader.SKIP_DEBUG | ClassReader.EXPAND_FRAMES);
        return outlines;
    }

    private static final class Reader extends MethodVisitor {

        private final EnhancedClass target;
        private final String descriptor;
        private final Map<String, ConstructorOutline> outlines;
        private final SuperCallTracker tracker = new SuperCallTracker();
        private final Set<FieldOutline> earlyWrites = new LinkedHashSet<>();
        private boolean delegates;

        Reader(EnhancedClass target, String descriptor, Map<String, ConstructorOutline> outlines) {
            super(Opcodes.ASM9);
            this.target = target;
            this.descriptor = descriptor;
            this.outlines = outlines;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            tracker.typeInstruction(opcode);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String called, boolean isInterface) {
            if (tracker.finishesObject(opcode, name)) {
                delegates = owner.equals(target.name());
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String type) {
            if (opcode == Opcodes.PUTFIELD && !tracker.isInitialized() && owner.equals(target.name())) {
                target.fields().stream().filter(field -> field.is(name, type)).forEach(earlyWrites::add);
            }
        }

        @Override
        public void visitFrame(int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
            tracker.frame(localCount, locals);
        }

        @Override
        public void visitEnd() {
            ConstructorHooks hooks = new ConstructorHooks(target, outlines.size(), descriptor);
            outlines.put(descriptor, new ConstructorOutline(hooks, delegates, new ArrayList<>(earlyWrites)));
        }
    }
}
