package dev.grapnel.enhancer;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one transformer of this virtual machine, and how its scope grows.
 *
 * <p>All scopes are merged into one, so that a class in one package may extend an enhanced class in another.
 */
final class RunTimeEnhancement {

    private static @Nullable RunTimeEnhancement active;

    private final Instrumentation instrumentation;
    private final EnhancingTransformer transformer;

    private RunTimeEnhancement(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
        this.transformer = new EnhancingTransformer(EnhancementScope.ofPackages());
        instrumentation.addTransformer(transformer, true);
    }

    /** Starts enhancement of a scope, or widens what has been started. */
    static synchronized void start(EnhancementScope scope, Supplier<Instrumentation> instrumentation) {
        if (active == null) {
            active = new RunTimeEnhancement(instrumentation.get());
        }
        active.widen(scope);
    }

    private void widen(EnhancementScope addition) {
        EnhancementScope before = transformer.scope();
        if (before.covers(addition)) {
            return;
        }
        // First the transformer, then the check: a class that is loaded in between is enhanced and passes.
        transformer.setScope(before.and(addition));
        try {
            LoadedClasses loaded = LoadedClasses.of(instrumentation, transformer);
            loaded.refuseUnenhanced();
            RunningCode.refuseAccesses(loaded.toRedirect(), transformer);
            retransform(loaded.toRedirect());
        } catch (RuntimeException e) {
            transformer.setScope(before);
            throw e;
        }
    }

    private void retransform(List<Class<?>> classes) {
        try {
            if (!classes.isEmpty()) {
                instrumentation.retransformClasses(classes.toArray(Class<?>[]::new));
            }
        } catch (UnmodifiableClassException | LinkageError e) {
            throw Problems.cannotRetransform(Arrays.toString(classes.toArray()), e);
        }
    }
}
