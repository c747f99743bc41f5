package dev.grapnel.enhancer;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The methods that are running while the enhancer is started from one of them.
 *
 * <p>A method that runs keeps its old code until it returns. If that code touches fields of enhanced classes, the user
 * has to know.
 */
final class RunningCode {

    private RunningCode() {}

    static void refuseAccesses(List<Class<?>> loaded, EnhancingTransformer transformer) {
        List<StackFrame> running =
                StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE).walk(frames -> frames.toList());
        for (Class<?> type : loaded) {
            List<StackFrame> own = running.stream()
                    .filter(frame -> frame.getDeclaringClass() == type)
                    .toList();
            if (!own.isEmpty()) {
                refuseAccesses(type, own, transformer);
            }
        }
    }

    private static void refuseAccesses(Class<?> type, List<StackFrame> running, EnhancingTransformer transformer) {
        Set<String> redirected = redirectedMethods(type, transformer);
        Optional<StackFrame> affected = running.stream()
                .filter(frame -> redirected.contains(frame.getMethodName() + frame.getDescriptor()))
                .findFirst();
        affected.ifPresent(frame -> {
            throw Problems.running(frame.getClassName() + "." + frame.getMethodName());
        });
    }

    private static Set<String> redirectedMethods(Class<?> type, EnhancingTransformer transformer) {
        ClassLoader loader = type.getClassLoader();
        ClassTransformation transformation = new ClassTransformation(transformer.hierarchy(loader));
        return new LoaderClassFiles(loader)
                .find(type.getName().replace('.', '/'))
                .map(transformation::redirectedMethods)
                .orElse(Set.of());
    }
}
