package dev.grapnel.enhancer;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Adds the hooks to a constructor of an enhanced class, and reports what it throws.
 *
 * <p>Only code after {@code super(...)} is watched for exceptions: before that the object is nobody's, and the virtual
 * machine forbids to hand it on.
 */
final class ConstructorRedirect extends FieldAccessRedirect {

    private final EnhancedClass target;
    private final Hierarchy hierarchy;
    private final ConstructorOutline outline;
    private final SuperCallTracker tracker = new SuperCallTracker();
    private final WatchedCode watched;

    ConstructorRedirect(MethodVisitor out, EnhancedClass target, Hierarchy hierarchy, ConstructorOutline outline) {
        super(out, hierarchy);
        this.target = target;
        this.hierarchy = hierarchy;
        this.outline = outline;
        this.watched = new WatchedCode(target, out);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (!outline.delegates()) {
            outline.hooks().beforeSuper(mv);
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        tracker.typeInstruction(opcode);
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (tracker.finishesObject(opcode, name)) {
            watched.begin();
            if (!outline.delegates()) {
                outline.hooks().afterSuper(mv);
                reportEarlyWrites();
            }
        }
    }

    private void reportEarlyWrites() {
        for (FieldOutline field : outline.earlyWrites()) {
            InterceptedField intercepted = target.intercepted(field);
            MemberCode code = new MemberCode(target, mv);
            code.loadReference(0).loadReference(0).readField(field);
            code.callOwn(intercepted.initializer(), intercepted.writeDescriptor());
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean mayBeUnfinished = opcode == Opcodes.PUTFIELD && !tracker.isInitialized();
        if (mayBeUnfinished && target.declaresPersistent(owner, name, descriptor)) {
            mv.visitFieldInsn(opcode, owner, name, descriptor);
        } else {
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }
    }

    @Override
    String writer(InterceptedField field) {
        boolean ofHierarchy = hierarchy.isSubclass(target.outline(), field.declaringClass());
        return tracker.isInitialized() && ofHierarchy ? field.initializer() : field.writer();
    }

    @Override
    public void visitFrame(int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
        tracker.frame(localCount, locals);
        watched.continueOnlyIf(tracker.isInitialized());
        super.visitFrame(type, localCount, locals, stackCount, stack);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        watched.continueOnlyIf(false);
        watched.writeHandler();
        super.visitMaxs(maxStack, maxLocals);
    }
}
