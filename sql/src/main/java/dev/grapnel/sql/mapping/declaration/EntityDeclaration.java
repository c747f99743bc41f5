package dev.grapnel.sql.mapping.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written about one entity class, before anything is made of it.
 *
 * @param type the class
 * @param parent its nearest superclass that is an entity, or null
 * @param inheritsFields whether a mapped superclass gives it attributes
 * @param entityName the name of the entity, its simple class name unless declared
 * @param table where its objects are kept; for a subclass in the table of its superclass not used
 * @param hierarchy what is said about inheritance
 * @param attributes its own, and those of its mapped superclasses before them
 * @param idClass the class of a composite key, or null
 * @param secondaryTables further tables that have a part of each row
 * @param settings how its objects are flushed
 */
public record EntityDeclaration(
        Class<?> type,
        @Nullable Class<?> parent,
        boolean inheritsFields,
        String entityName,
        TableDeclaration table,
        HierarchyDeclaration hierarchy,
        List<AttributeDeclaration> attributes,
        @Nullable Class<?> idClass,
        List<SecondaryTable> secondaryTables,
        EntitySettings settings) {

    /** The same with other attributes. */
    public EntityDeclaration attributes(List<AttributeDeclaration> changed) {
        return new EntityDeclaration(
                type,
                parent,
                inheritsFields,
                entityName,
                table,
                hierarchy,
                List.copyOf(changed),
                idClass,
                secondaryTables,
                settings);
    }

    /** The values among the attributes, those that embedded values are made of included. */
    public List<ValueDeclaration> values() {
        List<ValueDeclaration> values = new ArrayList<>();
        for (AttributeDeclaration attribute : attributes) {
            if (attribute instanceof ValueDeclaration value) {
                values.add(value);
            } else if (attribute instanceof EmbeddedDeclaration embedded) {
                embedded.parts().forEach(values::add);
            }
        }
        return values;
    }

    /** The relationships among the attributes. */
    public List<LinkDeclaration> links() {
        return only(LinkDeclaration.class);
    }

    /** The collections of values among the attributes. */
    public List<ElementDeclaration> elements() {
        return only(ElementDeclaration.class);
    }

    /** The values that make up the primary key. */
    public List<ValueDeclaration> keys() {
        List<ValueDeclaration> keys = values();
        keys.removeIf(value -> !value.isKey());
        return keys;
    }

    /** The value kept in a column, if a field of this class maps it. */
    public Optional<ValueDeclaration> valueOfColumn(String column) {
        for (ValueDeclaration value : values()) {
            if (value.column().name().equals(column)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private <A extends AttributeDeclaration> List<A> only(Class<A> kind) {
        List<A> found = new ArrayList<>();
        for (AttributeDeclaration attribute : attributes) {
            if (kind.isInstance(attribute)) {
                found.add(kind.cast(attribute));
            }
        }
        return found;
    }
}
