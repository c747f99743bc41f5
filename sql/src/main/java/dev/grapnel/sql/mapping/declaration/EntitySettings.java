package dev.grapnel.sql.mapping.declaration;

import dev.grapnel.core.annotation.EagerDefaults;
import org.jspecify.annotations.Nullable;

/**
 * What is written about how the objects of a class are flushed.
 *
 * @param oneByOne whether each object is written before the next is looked at
 * @param orphanIfAllLetGo whether an object is an orphan only if all its parents let it go
 * @param confirmsDeletes whether it matters that a row to be deleted is gone already
 * @param eagerDefaults when values that the database makes come into objects, or null if it is not said
 */
public record EntitySettings(
        boolean oneByOne,
        boolean orphanIfAllLetGo,
        boolean confirmsDeletes,
        EagerDefaults.@Nullable When eagerDefaults) {
    /** Nothing is said. */
    public static final EntitySettings NONE = new EntitySettings(false, false, true, null);
}
