package dev.grapnel.extension;

import dev.grapnel.core.state.IdentityKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What else is known of a row and its object.
 *
 * @param instanceKey the identity key of the object
 * @param isNew whether it is the first row of the object in the result
 * @param onlyLoadProps the names of the attributes to be filled, or null for all
 */
public record RowFlags(
        IdentityKey instanceKey, boolean isNew, @Nullable Set<String> onlyLoadProps) {}
