package dev.grapnel.sql.join;

import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.sql.mapping.TableMapper;

/** Finds the mapping of a class when it is needed: constants of attributes are older than registries, and outlive them. */
public final class MappedClasses {
    private MappedClasses() {}

    /**
     * The mapper of a class.
     *
     * @param type the class
     * @param used what is used of it, for the message
     * @return the mapper
     * @throws UnmappedClassException if the class is not mapped to a table
     */
    public static TableMapper mapperOf(Class<?> type, Object used) {
        ClassManager manager = ClassManager.find(type);
        if (manager != null && manager.mapper() instanceof TableMapper mapper) {
            return mapper;
        }
        throw new UnmappedClassException(
                "Cannot use attribute " + used + ": class "
                        + type.getName()
                        + " is not mapped to a table. Make a registry with that class before statements are built, and do not dispose it before.");
    }
}
