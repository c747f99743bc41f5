package dev.grapnel.core.mapping;

import dev.grapnel.events.ListenOptions;

/**
 * Where listening to mapped classes begins.
 *
 * <pre>{@code
 * Mapped.on(Contact.class).propagate().beforeInsert(e -> e.target().setCreatedAt(clock.instant()));
 * }</pre>
 */
public final class Mapped {
    private Mapped() {}

    /**
     * The mapper events of a class, mapped already or later (rule E-19).
     *
     * @param type the class; with {@code propagate()} also an unmapped superclass
     * @param <T> the class
     * @return the family
     */
    public static <T> MapperEvents<T> on(Class<T> type) {
        return new MapperEvents<>(MapperTargets.on(type), ListenOptions.NONE);
    }

    /** The mapper events of all mapped classes; they run before those of one class (rule M-30). */
    public static AllMapperEvents onAll() {
        return new AllMapperEvents(MapperTargets.ALL, ListenOptions.NONE);
    }
}
