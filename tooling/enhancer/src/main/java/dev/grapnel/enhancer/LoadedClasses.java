package dev.grapnel.enhancer;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The classes in scope that had been loaded before the enhancer was started.
 *
 * <p>A loaded class cannot get members any more, so one that should be enhanced is an error. The code of a class that
 * only uses enhanced ones can still be replaced: often that is the class of the main method itself.
 */
final class LoadedClasses {

    private final EnhancingTransformer transformer;
    private final List<Class<?>> unenhanced = new ArrayList<>();
    private final List<Class<?>> others = new ArrayList<>();

    private LoadedClasses(EnhancingTransformer transformer) {
        this.transformer = transformer;
    }

    static LoadedClasses of(Instrumentation instrumentation, EnhancingTransformer transformer) {
        LoadedClasses loaded = new LoadedClasses(transformer);
        for (Class<?> candidate : instrumentation.getAllLoadedClasses()) {
            if (loaded.isInScope(candidate) && instrumentation.isModifiableClass(candidate)) {
                loaded.add(candidate);
            }
        }
        return loaded;
    }

    private boolean isInScope(Class<?> candidate) {
        return candidate.getClassLoader() != null
                && !candidate.isHidden()
                && transformer.scope().contains(internalName(candidate));
    }

    private void add(Class<?> candidate) {
        Hierarchy hierarchy = transformer.hierarchy(candidate.getClassLoader());
        Optional<ClassOutline> outline = hierarchy.find(internalName(candidate));
        if (outline.isEmpty() || isEnhanced(candidate)) {
            return;
        }
        List<Class<?>> kind = hierarchy.isEnhanced(outline.get()) ? unenhanced : others;
        kind.add(candidate);
    }

    private static boolean isEnhanced(Class<?> candidate) {
        return Arrays.stream(candidate.getInterfaces()).anyMatch(LoadedClasses::isRuntimeInterface);
    }

    private static boolean isRuntimeInterface(Class<?> candidate) {
        return internalName(candidate).equals(RuntimeNames.ENHANCED);
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    void refuseUnenhanced() {
        if (!unenhanced.isEmpty()) {
            throw Problems.alreadyLoaded(
                    unenhanced.stream().map(Class::getName).sorted().toList());
        }
    }

    List<Class<?>> toRedirect() {
        return others;
    }
}
