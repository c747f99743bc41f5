package dev.grapnel.core.instrument;

import org.jspecify.annotations.Nullable;

/** Elects the instrumentation of classes that cannot be annotated with {@link InstrumentedBy}. */
@FunctionalInterface
public interface InstrumentationFinder {
    /**
     * The instrumentation of a class. Asked for each class of a hierarchy when one of them is mapped; what it gives for a class holds for its
     * subclasses too.
     *
     * @param type any class of the hierarchy, mapped or not
     * @return the instrumentation, or null if this finder has none for the class
     */
    @Nullable InstrumentationManager find(Class<?> type);
}
