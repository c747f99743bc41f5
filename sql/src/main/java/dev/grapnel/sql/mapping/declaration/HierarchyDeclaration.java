package dev.grapnel.sql.mapping.declaration;

import jakarta.persistence.InheritanceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written about the place of an entity class in a hierarchy.
 *
 * @param strategy where objects of subclasses are kept, or null if it is not said
 * @param discriminator the column that tells the class of a row, or null if it is not said
 * @param discriminatorValue what stands there for this class, or null if it is not said
 * @param keyColumns how the key columns of the own table of a joined subclass are called; empty: as those of its superclass
 */
public record HierarchyDeclaration(
        @Nullable InheritanceType strategy,
        @Nullable DiscriminatorDeclaration discriminator,
        @Nullable String discriminatorValue,
        List<KeyColumn> keyColumns) {

    /**
     * The column that tells the class of a row.
     *
     * @param column its name
     * @param javaType type of its values
     * @param length greatest number of characters
     */
    public record DiscriminatorDeclaration(String column, Class<?> javaType, int length) {
        /** What holds if a hierarchy says nothing about it. */
        public static final DiscriminatorDeclaration DEFAULT = new DiscriminatorDeclaration("DTYPE", String.class, 31);
    }

    /** Whether the class is known to head a hierarchy without looking at other classes. */
    public boolean isSaid() {
        return strategy != null || discriminator != null || discriminatorValue != null;
    }
}
