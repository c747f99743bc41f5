package dev.grapnel.sql.join;

import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.sql.mapping.SuperclassAttributes;
import dev.grapnel.sql.mapping.TableMapper;
import org.jspecify.annotations.Nullable;

/** Finds the mapping of a class when it is needed: constants of attributes are older than registries, and outlive them. */
public final class MappedClasses {
    private MappedClasses() {}

    /**
     * The mapper of a class, or of any class below one that is not mapped itself: for the type of a value, which is the same in all of them.
     *
     * @param type the class
     * @param used what is used of it, for the message
     * @return the mapper
     * @throws UnmappedClassException if neither the class is mapped nor one below it
     */
    public static TableMapper anyMapperOf(Class<?> type, Object used) {
        TableMapper mapper = find(type);
        if (mapper == null) {
            mapper = SuperclassAttributes.below(type);
        }
        return mapper == null ? mapperOf(type, used) : mapper;
    }

    /** Whether a class has no table of its own, so that only those below it have. */
    public static boolean isSuperclass(Class<?> type) {
        return find(type) == null;
    }

    /** The mapper of a class, or null if it is not mapped to a table. */
    static @Nullable TableMapper find(Class<?> type) {
        ClassManager manager = ClassManager.find(type);
        return manager != null && manager.mapper() instanceof TableMapper mapper ? mapper : null;
    }

    /**
     * The mapper of a class.
     *
     * @param type the class
     * @param used what is used of it, for the message
     * @return the mapper
     * @throws UnmappedClassException if the class is not mapped to a table
     */
    public static TableMapper mapperOf(Class<?> type, Object used) {
        TableMapper mapper = find(type);
        if (mapper != null) {
            return mapper;
        }
        throw new UnmappedClassException(
                "Cannot use attribute " + used + ": class "
                        + type.getName()
                        + " is not mapped to a table. Make a registry with that class before statements are built, and do not dispose it before.");
    }
}
