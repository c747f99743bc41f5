package dev.grapnel.enhancer;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Enhances classes while they are loaded. */
final class EnhancingTransformer implements ClassFileTransformer {

    private static final Logger LOGGER = System.getLogger(EnhancingTransformer.class.getPackageName());
    private static final String OWN_PACKAGE = "dev/grapnel/enhancer/";

    /** Outlines hold nothing of their loader, so an entry lives only as long as the loader does. */
    private final Map<ClassLoader, Map<String, ClassOutline>> outlines =
            Collections.synchronizedMap(new WeakHashMap<>());

    private volatile EnhancementScope scope;

    EnhancingTransformer(EnhancementScope scope) {
        this.scope = scope;
    }

    EnhancementScope scope() {
        return scope;
    }

    void setScope(EnhancementScope newScope) {
        scope = newScope;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String className,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        // Classes of the platform have no entities, and our own are used while this runs.
        if (loader == null || className == null || className.startsWith(OWN_PACKAGE) || !scope.contains(className)) {
            return null;
        }
        return transform(loader, className, classFile);
    }

    private byte @Nullable [] transform(ClassLoader loader, String className, byte[] classFile) {
        try {
            return new ClassTransformation(hierarchy(loader)).apply(classFile).orElse(null);
        } catch (RuntimeException | LinkageError e) {
            // The virtual machine drops whatever a transformer throws, so nobody would ever read it.
            LOGGER.log(
                    Level.ERROR, "The class " + className.replace('/', '.') + " stays as it is. " + e.getMessage(), e);
            return null;
        }
    }

    Hierarchy hierarchy(ClassLoader loader) {
        Map<String, ClassOutline> known = outlines.computeIfAbsent(loader, any -> new ConcurrentHashMap<>());
        return new Hierarchy(scope, new LoaderClassFiles(loader), known, name -> true);
    }
}
