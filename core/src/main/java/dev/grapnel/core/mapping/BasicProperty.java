package dev.grapnel.core.mapping;

import dev.grapnel.core.value.Snapshots;
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
     * @param inserted where the value of an insert that has none comes from
     * @param updated where the value of an update that does not set it comes from
     * @param nextVersion gives the next value of a version that is not counted, or null
     * @param snapshots how changes inside of the value are found, or null if it is only replaced
     */
    public record Settings(
            @Nullable Deferral deferral,
            boolean activeHistory,
            Source inserted,
            Source updated,
            @Nullable UnaryOperator<@Nullable Object> nextVersion,
            @Nullable Snapshots snapshots) {
        /** Nothing special. */
        public static final Settings PLAIN = new Settings(null, false, Source.NONE, Source.NONE, null, null);

        /** Whether it is not loaded with the object but on first read. */
        public boolean deferred() {
            return deferral != null;
        }

        /** Gives the value of an insert that has none, or null. */
        public @Nullable Supplier<?> insertDefault() {
            return inserted.function();
        }

        /** Gives the value of an update that does not set it, or null. */
        public @Nullable Supplier<?> updateDefault() {
            return updated.function();
        }

        /** Whether the store has a default of its own for an insert that has no value. */
        public boolean serverDefault() {
            return inserted.store();
        }

        /** Whether the store itself changes the value with an update that does not set it. */
        public boolean serverUpdate() {
            return updated.store();
        }
    }

    /**
     * Where a value comes from that a statement is not given.
     *
     * @param function of the program, or null
     * @param expression that the statement writes, as the store knows it, or null
     * @param store whether the store gives it by itself
     */
    public record Source(
            @Nullable Supplier<?> function, @Nullable Object expression, boolean store) {
        /** Nowhere. */
        public static final Source NONE = new Source(null, null, false);
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
