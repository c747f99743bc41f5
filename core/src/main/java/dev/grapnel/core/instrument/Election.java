package dev.grapnel.core.instrument;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.state.EnhancedType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Finds the one instrumentation of a hierarchy, and refuses a second (rule N-15). */
final class Election {
    private final EnhancedType type;
    private @Nullable Class<?> elector;
    private @Nullable InstrumentationManager elected;

    private Election(EnhancedType type) {
        this.type = type;
    }

    /**
     * The instrumentation of a class that is about to be mapped.
     *
     * @param type the class
     * @return the instrumentation, the same instance for the whole hierarchy, or null for the ordinary one
     * @throws MappingException if the hierarchy has two
     */
    static @Nullable InstrumentationManager of(EnhancedType type) {
        return new Election(type).hold();
    }

    private @Nullable InstrumentationManager hold() {
        for (Class<?> at = type.type(); at != null; at = at.getSuperclass()) {
            count(at, vote(at));
        }
        for (EnhancedType above = type.parent(); above != null; above = above.parent()) {
            if (above.manager() instanceof ClassManager manager) {
                return agree(manager);
            }
        }
        return elected;
    }

    private void count(Class<?> voter, @Nullable InstrumentationManager candidate) {
        if (candidate == null) {
            return;
        }
        if (elected != null && elected.getClass() != candidate.getClass()) {
            throw conflict(describe(elected) + " by " + elector, describe(candidate) + " by " + voter);
        }
        elector = voter;
        elected = candidate;
    }

    /** What the mapped superclass has holds, and the class may elect nothing else. */
    private @Nullable InstrumentationManager agree(ClassManager superclass) {
        InstrumentationManager inUse = superclass.instrumentation();
        if (elected != null && (inUse == null || elected.getClass() != inUse.getClass())) {
            throw conflict(
                    describe(elected) + " by " + elector,
                    (inUse == null ? "the ordinary one" : describe(inUse)) + " by " + superclass.type()
                            + ", which is mapped already");
        }
        return inUse;
    }

    private static @Nullable InstrumentationManager vote(Class<?> voter) {
        InstrumentationManager found = InstrumentationFinders.find(voter);
        InstrumentedBy annotation = voter.getDeclaredAnnotation(InstrumentedBy.class);
        return found != null || annotation == null ? found : make(voter, annotation.value());
    }

    private static InstrumentationManager make(Class<?> voter, Class<? extends InstrumentationManager> provider) {
        EnhancedType enhanced = EnhancedType.find(voter);
        MethodHandles.Lookup lookup = enhanced == null ? MethodHandles.publicLookup() : enhanced.lookup();
        try {
            return (InstrumentationManager) lookup.findConstructor(provider, MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable failure) {
            throw new MappingException(
                    "Cannot map class " + voter.getName() + ": its instrumentation " + provider.getName()
                            + " could not be made. Give it a constructor without arguments that the class may call and that does not fail.",
                    failure);
        }
    }

    private MappingException conflict(String one, String other) {
        return new MappingException("Cannot map class " + type.type().getName()
                + ": its hierarchy has two instrumentations, " + one + " and " + other
                + ". Elect one, at the class that heads the hierarchy, before any class of it is mapped.");
    }

    private static String describe(InstrumentationManager instrumentation) {
        return instrumentation.getClass().getName();
    }
}
