package dev.grapnel.sql.mapping.builder;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.Attribute;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;

/** The name of the field that a typed attribute or a getter stands for. */
final class FieldName {
    private FieldName() {}

    static String of(Attribute<?, ?> attribute) {
        String path = attribute.attributeName();
        if (path.indexOf('.') >= 0) {
            throw new MappingException("Cannot map attribute '" + path + "' of "
                    + attribute.ownerType().getName()
                    + ": it is a part of an embedded value. Map the embedded value, and the part inside of it.");
        }
        return path;
    }

    static String of(Getter<?, ?> getter) {
        String method = method(getter);
        int prefix = method.startsWith("get") ? 3 : method.startsWith("is") ? 2 : 0;
        if (method.startsWith("lambda$")) {
            throw new MappingException(
                    "Cannot tell the attribute from a lambda expression. Give a method reference such as Contact::getName, a typed"
                            + " attribute, or the name.");
        }
        boolean prefixed = prefix > 0 && method.length() > prefix && !Character.isLowerCase(method.charAt(prefix));
        String name = prefixed ? method.substring(prefix) : method;
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String method(Getter<?, ?> getter) {
        try {
            Method replace = getter.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            return ((SerializedLambda) replace.invoke(getter)).getImplMethodName();
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            throw new MappingException(
                    "Cannot tell the attribute from " + getter
                            + ". Give a method reference such as Contact::getName from an open package, a typed attribute, or the"
                            + " name.",
                    unknown);
        }
    }
}
