package dev.grapnel.core.instrument;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.NotEnhancedException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.EnhancedType;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.LoadMarker;
import dev.grapnel.core.state.TypeManager;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How values of one embeddable class are taken apart and put together: fields of an enhanced class, or components of a record. */
public abstract sealed class EmbeddedForm {
    private final Class<?> type;

    private EmbeddedForm(Class<?> type) {
        this.type = type;
    }

    /**
     * The form of a class.
     *
     * @param type an enhanced class or a record
     * @param fields the fields that are mapped, in order; of a record all of its components
     * @param owner has access to the class
     * @return the form
     * @throws NotEnhancedException if the class is neither enhanced nor a record
     * @throws MappingException if it cannot be reached
     */
    public static EmbeddedForm of(Class<?> type, List<String> fields, MethodHandles.Lookup owner) {
        if (type.isRecord()) {
            return RecordForm.of(type, owner);
        }
        EnhancedType enhanced = EnhancedType.find(type);
        if (enhanced == null) {
            throw new NotEnhancedException(
                    "Cannot embed values of " + type.getName()
                            + ": the class is not enhanced, so its fields cannot be watched. Enhance it with the entity classes, as they are"
                            + " enhanced (by the grapnel-enhancer-maven-plugin, the agent or Enhancer.install), or make it a record.",
                    null);
        }
        return new ClassForm(enhanced, fields);
    }

    /** The class. */
    public final Class<?> type() {
        return type;
    }

    /**
     * Makes a value.
     *
     * @param components in order; null for a primitive gives its zero; the array may be changed
     * @return the value
     * @throws RuntimeException what the constructor of a record throws
     */
    public abstract Object make(@Nullable Object[] components);

    /**
     * Reads a component of a value.
     *
     * @param value of the class
     * @param at its place
     * @return the component
     */
    public abstract @Nullable Object component(Object value, int at);

    /**
     * Puts a component into a value, without any event.
     *
     * @param value of the class
     * @param at its place
     * @param component to put
     * @return false if values of this class cannot be changed
     */
    public abstract boolean put(Object value, int at, @Nullable Object component);

    /**
     * The component that a field of an enhanced class is.
     *
     * @param field its index
     * @return the place of the component, or -1
     */
    public abstract int componentOf(int field);

    // ---- classes ----

    private static final class ClassForm extends EmbeddedForm implements TypeManager {
        private final EnhancedType enhanced;
        private final int[] fieldOf;
        private final int[] componentOf;
        private @Nullable Enhanced prototype;

        ClassForm(EnhancedType enhanced, List<String> fields) {
            super(enhanced.type());
            this.enhanced = enhanced;
            this.fieldOf = new int[fields.size()];
            this.componentOf = new int[enhanced.count()];
            java.util.Arrays.fill(componentOf, -1);
            for (int at = 0; at < fieldOf.length; at++) {
                fieldOf[at] = requireField(enhanced, fields.get(at));
                componentOf[fieldOf[at]] = at;
            }
        }

        private static int requireField(EnhancedType enhanced, String field) {
            int index = enhanced.indexOf(field);
            if (index < 0) {
                throw new MappingException("Cannot map field " + enhanced.type().getName() + '.' + field
                        + ": the superclass that declares it is not enhanced, so the field cannot be watched. Enhance that superclass"
                        + " together with the embeddable class.");
            }
            return index;
        }

        @Override
        public Object make(@Nullable Object[] components) {
            Enhanced made = prototype().$grapnel$newInstance(LoadMarker.LOAD);
            for (int at = 0; at < components.length; at++) {
                made.$grapnel$put(fieldOf[at], components[at]);
            }
            return made;
        }

        @Override
        public Class<?> identityRoot() {
            return type(); // values have no identity
        }

        private Enhanced prototype() {
            if (prototype == null) {
                prototype = PrototypeFactory.make(enhanced);
            }
            return prototype;
        }

        @Override
        public @Nullable Object component(Object value, int at) {
            return ((Enhanced) value).$grapnel$get(fieldOf[at]);
        }

        @Override
        public boolean put(Object value, int at, @Nullable Object component) {
            ((Enhanced) value).$grapnel$put(fieldOf[at], component);
            return true;
        }

        @Override
        public int componentOf(int field) {
            return field < componentOf.length ? componentOf[field] : -1;
        }

        @Override
        public int attributeCount() {
            return fieldCount();
        }

        @Override
        public int fieldCount() {
            return enhanced.count();
        }

        @Override
        public String attributeName(int index) {
            return enhanced.name(index);
        }

        /** Nothing: whoever restores the owner takes its values from there. */
        @Override
        public @Nullable Object serialized(InstanceState state) {
            return null;
        }
    }

    // ---- records ----

    private static final class RecordForm extends EmbeddedForm {
        private final MethodHandle constructor;
        private final MethodHandle[] accessors;
        private final @Nullable Object[] zeros;

        private RecordForm(
                Class<?> type, MethodHandle constructor, MethodHandle[] accessors, @Nullable Object[] zeros) {
            super(type);
            this.constructor = constructor;
            this.accessors = accessors;
            this.zeros = zeros;
        }

        static RecordForm of(Class<?> type, MethodHandles.Lookup owner) {
            RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents());
            Class<?>[] types = new Class<?>[components.length];
            MethodHandle[] accessors = new MethodHandle[components.length];
            @Nullable Object[] zeros = new Object[components.length];
            try {
                MethodHandles.Lookup inside = MethodHandles.privateLookupIn(type, owner);
                for (int at = 0; at < types.length; at++) {
                    types[at] = components[at].getType();
                    accessors[at] = inside.unreflect(components[at].getAccessor())
                            .asType(MethodType.methodType(Object.class, Object.class));
                    zeros[at] = types[at].isPrimitive() ? Array.get(Array.newInstance(types[at], 1), 0) : null;
                }
                MethodHandle canonical = inside.findConstructor(type, MethodType.methodType(void.class, types));
                return new RecordForm(type, spread(canonical, types.length), accessors, zeros);
            } catch (ReflectiveOperationException closed) {
                throw new MappingException(
                        "Cannot embed values of record " + type.getName() + " in "
                                + owner.lookupClass().getName()
                                + ": its constructor or an accessor cannot be reached. Put both into one module, or open the package of the"
                                + " record to the module of the entity.",
                        closed);
            }
        }

        private static MethodHandle spread(MethodHandle constructor, int count) {
            return constructor.asType(MethodType.genericMethodType(count)).asSpreader(Object[].class, count);
        }

        @Override
        public Object make(@Nullable Object[] components) {
            for (int at = 0; at < components.length; at++) {
                if (components[at] == null) {
                    components[at] = zeros[at];
                }
            }
            try {
                return (Object) constructor.invokeExact(components);
            } catch (RuntimeException | Error refusal) {
                throw refusal;
            } catch (Throwable checked) {
                throw new IllegalStateException("record " + type().getName() + " could not be made", checked);
            }
        }

        @Override
        public @Nullable Object component(Object value, int at) {
            try {
                return (Object) accessors[at].invokeExact(value);
            } catch (RuntimeException | Error refusal) {
                throw refusal;
            } catch (Throwable checked) {
                throw new IllegalStateException("record " + type().getName() + " could not be read", checked);
            }
        }

        @Override
        public boolean put(Object value, int at, @Nullable Object component) {
            return false;
        }

        @Override
        public int componentOf(int field) {
            return -1;
        }
    }
}
