package dev.grapnel.core.mapping;

import dev.grapnel.core.annotation.Validates;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.method.MarkedMethods;
import dev.grapnel.core.state.EnhancedType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A method of an entity class as the validator of one attribute. Bound when the class is mapped, called without reflection. */
final class ValidatorMethod implements Validator<Object, Object> {
    private static final MethodType ALL =
            MethodType.methodType(Object.class, Object.class, String.class, Object.class, boolean.class);

    private final Method method;
    private final MethodHandle handle;
    private final Class<?> valueType;
    private final boolean takesNoNull;
    private final boolean includesRemoves;
    private final boolean includesBackReferences;

    private ValidatorMethod(EnhancedType type, Method method, Validates said, String attribute, Class<?> valueType) {
        this.method = method;
        this.valueType = valueType;
        this.includesRemoves = said.includeRemoves();
        this.includesBackReferences = said.includeBackrefs();
        Form form = Form.of(method, said);
        Class<?> taken = method.getParameterTypes()[form.valueAt()];
        this.takesNoNull = taken.isPrimitive();
        checkTypes(attribute, taken);
        this.handle = bind(MarkedMethods.open(type, method), form);
    }

    /**
     * Binds a method.
     *
     * @param type the enhanced class
     * @param method with the annotation
     * @param attribute that it validates
     * @param valueType of the attribute, or of the elements of a collection
     * @return the validator
     * @throws MappingException if the method cannot be the validator of such an attribute
     */
    static ValidatorMethod of(EnhancedType type, Method method, String attribute, Class<?> valueType) {
        Validates said = Objects.requireNonNull(method.getAnnotation(Validates.class));
        return new ValidatorMethod(type, method, said, attribute, valueType);
    }

    /** Which parameters a method has. */
    private enum Form {
        VALUE,
        NAME_VALUE,
        VALUE_REMOVING,
        NAME_VALUE_REMOVING;

        int valueAt() {
            return this == NAME_VALUE || this == NAME_VALUE_REMOVING ? 1 : 0;
        }

        /** Which of target, name, value and the boolean each parameter takes, the object itself first. */
        int[] order() {
            return switch (this) {
                case VALUE -> new int[] {0, 2};
                case NAME_VALUE -> new int[] {0, 1, 2};
                case VALUE_REMOVING -> new int[] {0, 2, 3};
                case NAME_VALUE_REMOVING -> new int[] {0, 1, 2, 3};
            };
        }

        static Form of(Method method, Validates said) {
            Class<?>[] types = method.getParameterTypes();
            int count = types.length;
            boolean named = count > 0 && types[0] == String.class;
            boolean told = count > 0 && types[count - 1] == boolean.class;
            if (said.includeRemoves() && told && count == 2) {
                return VALUE_REMOVING;
            }
            if (said.includeRemoves() && told && named && count == 3) {
                return NAME_VALUE_REMOVING;
            }
            if (!said.includeRemoves() && count == 1) {
                return VALUE;
            }
            if (!said.includeRemoves() && named && count == 2) {
                return NAME_VALUE;
            }
            throw MarkedMethods.wrong(
                    method,
                    said.includeRemoves()
                            ? "a validator with includeRemoves takes the value and a boolean, or the name of the attribute (a String),"
                                    + " the value and a boolean."
                            : "a validator takes the value, or the name of the attribute (a String) and the value;"
                                    + " a boolean behind them needs includeRemoves = true.");
        }
    }

    private void checkTypes(String attribute, Class<?> taken) {
        boolean takes = takesNoNull ? taken == valueType : taken.isAssignableFrom(boxed(valueType));
        if (!takes) {
            throw MarkedMethods.wrong(
                    method,
                    "it takes a value of " + taken.getName() + ", and attribute '" + attribute + "' has values of "
                            + valueType.getName() + ". Let it take those.");
        }
        Class<?> given = method.getReturnType();
        boolean fits = given == void.class
                || boxed(valueType).isAssignableFrom(boxed(given))
                || given.isAssignableFrom(boxed(valueType));
        if (!fits) {
            throw MarkedMethods.wrong(
                    method,
                    "it returns " + given.getName() + ", which is to be stored in attribute '" + attribute
                            + "' with values of " + valueType.getName() + ". Return those, or nothing.");
        }
    }

    private MethodHandle bind(MethodHandle opened, Form form) {
        MethodType type = opened.type();
        MethodType wide = MethodType.methodType(
                type.returnType(),
                type.parameterType(0),
                String.class,
                method.getParameterTypes()[form.valueAt()],
                boolean.class);
        return MethodHandles.permuteArguments(opened, wide, form.order()).asType(ALL);
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    @Override
    public @Nullable Object validate(Object target, String name, @Nullable Object value, boolean removing) {
        if (value == null && takesNoNull) {
            return null;
        }
        Object result = call(target, name, value, removing);
        if (method.getReturnType() == void.class) {
            return value;
        }
        return removing ? result : storable(result, name);
    }

    private @Nullable Object call(Object target, String name, @Nullable Object value, boolean removing) {
        try {
            return (Object) handle.invokeExact(target, name, value, removing);
        } catch (RuntimeException | Error refusal) {
            throw refusal;
        } catch (Throwable undeclared) {
            throw new UndeclaredThrowableException(undeclared);
        }
    }

    private @Nullable Object storable(@Nullable Object result, String name) {
        boolean fits =
                result == null ? !valueType.isPrimitive() : boxed(valueType).isInstance(result);
        if (!fits) {
            throw new InvalidArgumentException("Cannot store what validator " + MarkedMethods.describe(method)
                    + " returned for attribute '" + name + "': it is "
                    + (result == null ? "null" : "of " + result.getClass().getName())
                    + ", and the attribute has values of " + valueType.getName() + ". Return those.");
        }
        return result;
    }

    @Override
    public boolean includesRemoves() {
        return includesRemoves;
    }

    @Override
    public boolean includesBackReferences() {
        return includesBackReferences;
    }

    @Override
    public String toString() {
        return MarkedMethods.describe(method);
    }
}
