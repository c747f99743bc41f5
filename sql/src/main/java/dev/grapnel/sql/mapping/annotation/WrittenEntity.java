package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.sql.mapping.declaration.EntitySettings;
import java.util.List;

/**
 * What a program says about an entity class.
 *
 * @param type the class
 * @param said about the class itself
 * @param fields those that are persistent, of the class and of superclasses that are no entities
 * @param settings how its objects are flushed
 */
public record WrittenEntity(Class<?> type, WrittenElement said, List<WrittenField> fields, EntitySettings settings) {}
