package dev.grapnel.enhancer;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;

/**
 * Puts the transformation into a chain of class visitors.
 *
 * <p>The transformation reads a class more than once, so the class is gathered first and passed on when it is complete.
 */
final class WholeClassVisit extends AsmVisitorWrapper.AbstractBase {

    private final ClassTransformation transformation;

    WholeClassVisit(ClassTransformation transformation) {
        this.transformation = transformation;
    }

    @Override
    public ClassVisitor wrap(
            TypeDescription type,
            ClassVisitor next,
            Implementation.Context context,
            TypePool typePool,
            FieldList<FieldDescription.InDefinedShape> fields,
            MethodList<?> methods,
            int writerFlags,
            int readerFlags) {
        ClassWriter gathered = new ClassWriter(0);
        return new ClassVisitor(Opcodes.ASM9, gathered) {
            @Override
            public void visitEnd() {
                super.visitEnd();
                byte[] classFile = gathered.toByteArray();
                byte[] result = transformation.apply(classFile).orElse(classFile);
                new ClassReader(result).accept(next, 0);
            }
        };
    }
}
