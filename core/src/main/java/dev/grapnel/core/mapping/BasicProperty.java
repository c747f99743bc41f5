package dev.grapnel.core.mapping;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A plain value. */
public final class BasicProperty extends Property {
    private final Class<?> javaType;
    private final Settings settings;

    /**
     * What is said about the value.
     *
     * @param deferral how it is loaded if not with the object, or null
     * @param activeHistory whether the old value is loaded before a write
     * @param insertDefault gives the value of an insert that has none, or null
     * @param updateDefault gives the value of an update that does not set it, or null
     * @param serverDefault whether the database gives the value of an insert that has none
     * @param serverUpdate whether the database gives the value of an update that does not set it
     * @param nextVersion gives the next value of a version that is not counted, or null
     */
    public record Settings(
            @Nullable Deferral deferral,
            boolean activeHistory,
            @Nullable Supplier<?> insertDefault,
            @Nullable Supplier<?> updateDefault,
            boolean serverDefault,
            boolean serverUpdate,
            @Nullable UnaryOperator<@Nullable Object> nextVersion) {
        /** Nothing special. */
        public static final Settings PLAIN = new Settings(null, false, null, null, false, false, null);

        /** Whether it is not loaded with the object but on first read. */
        public boolean deferred() {
            return deferral != null;
        }
    }

    /**
     * Declares a value.
     *
     * @param declaringType the mapped class that declares it
     * @param name of the attribute
     * @param javaType of the field, or of the key it copies
     * @param settings what is said about it
     */
    public BasicProperty(Class<?> declaringType, String name, Class<?> javaType, Settings settings) {
        super(declaringType, name);
        this.javaType = javaType;
        this.settings = settings;
    }

    /** The type of the value; primitive if the field is. */
    public Class<?> javaType() {
        return javaType;
    }

    /** What is said about the value. */
    public Settings settings() {
        return settings;
    }
}
