package dev.grapnel.sql.attribute;

import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.sql.mapping.TableMapper;

/** Finds the mapping of an attribute when it is needed: constants are older than registries, and outlive them. */
final class MappedClasses {
    private MappedClasses() {}

    static TableMapper mapperOf(Attribute<?, ?> attribute) {
        ClassManager manager = ClassManager.find(attribute.ownerType());
        if (manager != null && manager.mapper() instanceof TableMapper mapper) {
            return mapper;
        }
        throw new UnmappedClassException(
                "Cannot use attribute " + attribute + ": class "
                        + attribute.ownerType().getName()
                        + " is not mapped to a table. Make a registry with that class before statements are built, and do not dispose it before.");
    }

    static String describe(Attribute<?, ?> attribute) {
        return attribute.ownerType().getSimpleName() + '.' + attribute.attributeName();
    }
}
