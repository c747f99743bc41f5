package dev.grapnel.sql.mapping.annotation;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An annotation that stands in no source: a program says it. What it does not say has its default. */
final class WrittenAnnotation implements InvocationHandler {
    private final Class<? extends Annotation> type;
    private final Map<String, Object> members;

    private WrittenAnnotation(Class<? extends Annotation> type, Map<String, Object> members) {
        this.type = type;
        this.members = members;
    }

    static <A extends Annotation> A of(Class<A> type, Map<String, Object> members) {
        WrittenAnnotation handler = new WrittenAnnotation(type, members);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "annotationType" -> type;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == Objects.requireNonNull(arguments)[0];
            case "toString" -> "@" + type.getSimpleName() + members;
            default -> Objects.requireNonNull(members.getOrDefault(method.getName(), method.getDefaultValue()));
        };
    }
}
