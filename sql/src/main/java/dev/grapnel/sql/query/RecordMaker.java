package dev.grapnel.sql.query;

import dev.grapnel.core.error.InvalidArgumentException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of rows by their canonical constructor, which is looked up once.
 *
 * @param <R> the record
 */
final class RecordMaker<R> {
    private static final ClassValue<RecordMaker<?>> MAKERS = new ClassValue<>() {
        @Override
        protected RecordMaker<?> computeValue(Class<?> type) {
            return new RecordMaker<>(type);
        }
    };

    private final Class<R> type;
    private final RecordComponent[] parts;
    private final MethodHandle constructor;

    private RecordMaker(Class<R> type) {
        this.type = type;
        this.parts = type.getRecordComponents();
        this.constructor = constructor(type, parts);
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] parts) {
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, parts.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (NoSuchMethodException | IllegalAccessException | InaccessibleObjectException failure) {
            throw new InvalidArgumentException("Cannot make " + type.getName()
                    + " of rows: its constructor cannot be reached. Open its package to the module dev.grapnel.sql. "
                    + failure.getMessage());
        }
    }

    /**
     * The maker of a record for some fields.
     *
     * @param type the record
     * @param fields that are selected
     * @param <R> the record
     * @return the maker
     * @throws InvalidArgumentException if the record has other parts than are selected
     */
    @SuppressWarnings("unchecked") // a maker stands under the type that it makes
    static <R> RecordMaker<R> of(Class<R> type, List<Field<?>> fields) {
        RecordMaker<R> maker = (RecordMaker<R>) MAKERS.get(type);
        maker.requireParts(fields);
        return maker;
    }

    private void requireParts(List<Field<?>> fields) {
        if (fields.size() != parts.length) {
            throw new InvalidArgumentException("Cannot make " + type.getSimpleName() + " of rows: it has "
                    + parts.length
                    + " parts, and " + fields.size() + " fields are selected. Select one for each, in their order: "
                    + names() + '.');
        }
        for (int at = 0; at < parts.length; at++) {
            Class<?> given = fields.get(at).getType();
            Class<?> wanted = MethodType.methodType(parts[at].getType()).wrap().returnType();
            if (given != Object.class && !wanted.isAssignableFrom(given)) {
                throw new InvalidArgumentException("Cannot make " + type.getSimpleName() + " of rows: its part "
                        + parts[at].getName() + " is of type "
                        + parts[at].getType().getSimpleName()
                        + ", and what is selected in its place is of type " + given.getSimpleName()
                        + ". Give the part that type, or cast the field.");
            }
        }
    }

    private List<String> names() {
        return Arrays.stream(parts).map(RecordComponent::getName).toList();
    }

    /** Makes a record of the values of a row. */
    @SuppressWarnings({"unchecked", "IllegalCatch"
    }) // the constructor is that of the record; method handles throw anything
    R make(@Nullable Object[] values) {
        try {
            return (R) constructor.invokeExact(values);
        } catch (RuntimeException | Error failure) {
            requireValues(values);
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("Cannot make " + type.getName() + " of a row.", failure);
        }
    }

    /** What was wrong with the values, if it was they. */
    private void requireValues(@Nullable Object[] values) {
        for (int at = 0; at < parts.length; at++) {
            Class<?> wanted = parts[at].getType();
            Object value = values[at];
            if (value == null && wanted.isPrimitive()) {
                throw new InvalidArgumentException("Cannot make " + type.getSimpleName() + " of a row: its part "
                        + parts[at].getName() + " is of type " + wanted.getSimpleName()
                        + ", and the value is null. Give the part the type "
                        + MethodType.methodType(wanted).wrap().returnType().getSimpleName()
                        + ", or select no such rows.");
            }
        }
    }
}
