package dev.grapnel.metamodel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Notes from which elements a processor says that it made each file, as incremental builds do. */
final class OriginRecorder extends AbstractProcessor {
    private final Processor observed;
    private final Map<String, List<String>> origins = new LinkedHashMap<>();

    OriginRecorder(Processor observed) {
        this.observed = observed;
    }

    List<String> classes() {
        return List.copyOf(origins.keySet());
    }

    List<String> originsOf(String className) {
        return origins.get(className);
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        observed.init(proxy(ProcessingEnvironment.class, environment));
    }

    private <I> I proxy(Class<I> type, I real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("createSourceFile")) {
                        origins.put(
                                arguments[0].toString(),
                                Arrays.stream((Element[]) arguments[1])
                                        .map(Object::toString)
                                        .toList());
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof Filer filer ? proxy(Filer.class, filer) : result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return observed.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return observed.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return observed.process(annotations, round);
    }
}
