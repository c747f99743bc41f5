package dev.grapnel.enhancer;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Redirects accesses to fields of enhanced classes in a class that is not enhanced itself. */
final class RedirectingVisitor extends ClassVisitor {

    private final Hierarchy hierarchy;
    private final List<FieldAccessRedirect> methods = new ArrayList<>();

    RedirectingVisitor(ClassVisitor out, Hierarchy hierarchy) {
        super(Opcodes.ASM9, out);
        this.hierarchy = hierarchy;
    }

    /** Returns whether there was anything to redirect; without that the class stays as it was, to the byte. */
    boolean hasRedirected() {
        return methods.stream().anyMatch(FieldAccessRedirect::hasRedirected);
    }

    @Override
    public MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
        FieldAccessRedirect redirect = new FieldAccessRedirect(out, hierarchy);
        methods.add(redirect);
        return redirect;
    }
}
