package dev.grapnel.extension;

import dev.grapnel.core.error.MappingException;
import java.lang.reflect.Constructor;

/** The extensions that annotations name; one for each class. */
final class Made {
    private static final ClassValue<Object> ONE_EACH = new ClassValue<>() {
        @Override
        protected Object computeValue(Class<?> type) {
            return make(type);
        }
    };

    private Made() {}

    static MapperExtension<?> mapperExtension(Class<? extends MapperExtension<?>> type) {
        return (MapperExtension<?>) ONE_EACH.get(type);
    }

    @SuppressWarnings("unchecked") // it is given values of the attribute that it stands at
    static AttributeExtension<Object> attributeExtension(Class<? extends AttributeExtension<?>> type) {
        return (AttributeExtension<Object>) ONE_EACH.get(type);
    }

    private static Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException | RuntimeException failure) {
            throw new MappingException(
                    "Cannot make the extension " + type.getName()
                            + " that an annotation names: it needs a constructor without arguments that may be called and does not throw."
                            + " Give it one, open its package to dev.grapnel.extension, or add an object by Extensions.add(…).",
                    failure);
        }
    }
}
