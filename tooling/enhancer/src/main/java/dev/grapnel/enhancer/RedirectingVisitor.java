package dev.grapnel.enhancer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Redirects accesses to fields of enhanced classes in a class that is not enhanced itself. */
final class RedirectingVisitor extends ClassVisitor {

    private final Hierarchy hierarchy;
    private final Map<String, FieldAccessRedirect> methods = new LinkedHashMap<>();

    RedirectingVisitor(ClassVisitor out, Hierarchy hierarchy) {
        super(Opcodes.ASM9, out);
        this.hierarchy = hierarchy;
    }

    /** Returns whether there was anything to redirect; without that the class stays as it was, to the byte. */
    boolean hasRedirected() {
        return methods.values().stream().anyMatch(FieldAccessRedirect::hasRedirected);
    }

    /** Returns the methods in which there was something to redirect, each by its name and descriptor. */
    Set<String> redirectedMethods() {
        return methods.entrySet().stream()
                .filter(method -> method.getValue().hasRedirected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
        FieldAccessRedirect redirect = new FieldAccessRedirect(out, hierarchy);
        methods.put(name + descriptor, redirect);
        return redirect;
    }
}
