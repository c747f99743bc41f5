package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.Attribute;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class AccessorSizeTest {

    /** What HotSpot inlines in every tier: the default of its options MaxInlineSize and C1MaxInlineSize. */
    private static final int INLINED_EVERYWHERE = 35;

    @Test
    void accessorsAreSmallEnoughToBeInlinedInEveryTier() {
        Fixture shop = Fixture.enhanced(
                "@Entity class Order { String name; long cents; int count; double d; }",
                "@Entity class Rush extends Order { String a; long b; int c; double e; boolean f; Object[] g; Object h; }");

        Map<String, Integer> sizes = new HashMap<>();
        measure(shop.bytes("Order"), sizes);
        measure(shop.bytes("Rush"), sizes);

        assertThat(sizes)
                .hasSize(22)
                .allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(INLINED_EVERYWHERE));
    }

    /** Writes each accessor once more and asks the label at its end for its position. */
    private static void measure(byte[] classFile, Map<String, Integer> sizes) {
        ClassReader reader = new ClassReader(classFile);
        ClassVisitor measuring = new ClassVisitor(Opcodes.ASM9, new ClassWriter(reader, 0)) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
                return name.matches("\\$grapnel\\$(get|set)\\$.*") ? measured(out, name, sizes) : out;
            }
        };
        reader.accept(measuring, new Attribute[0], 0);
    }

    private static MethodVisitor measured(MethodVisitor out, String name, Map<String, Integer> sizes) {
        return new MethodVisitor(Opcodes.ASM9, out) {
            @Override
            public void visitMaxs(int maxStack, int maxLocals) {
                Label end = new Label();
                super.visitLabel(end);
                sizes.put(name, end.getOffset());
                super.visitMaxs(maxStack, maxLocals);
            }
        };
    }
}
