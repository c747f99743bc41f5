package dev.grapnel.conformance.step;

import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.format.Models;
import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.Registry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of the scenario's model, and their mapping while there is one. */
final class Mapping {
    private final Models.Group model;
    private @Nullable Registry registry;

    Mapping(Models.Group model) {
        this.model = model;
    }

    void map() {
        registry = Registry.of(types().toArray(Class<?>[]::new));
    }

    void dispose() {
        if (registry != null) {
            registry.dispose();
            registry = null;
        }
    }

    boolean isMapped() {
        return registry != null;
    }

    Registry registry() {
        if (registry == null) {
            throw new FormatException("The classes are not mapped at this step. Repair the scenario.");
        }
        return registry;
    }

    /** The mapper of a class, configured or not. */
    Mapper mapper(Class<?> type) {
        Mapper mapper = registry().find(type);
        if (mapper == null) {
            throw new FormatException(
                    "Class " + type.getSimpleName() + " is not mapped at this step. Repair the scenario.");
        }
        return mapper;
    }

    List<? extends Class<?>> types() {
        return model.classes().stream().map(this::type).toList();
    }

    Class<?> type(String name) {
        String full = Base.class.getPackageName() + '.' + model.key() + '.' + name;
        try {
            return Class.forName(full);
        } catch (ClassNotFoundException e) {
            throw new FormatException("Model '" + model.key() + "' has no class '" + name + "'.", e);
        }
    }
}
