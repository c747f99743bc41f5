package dev.grapnel.sql.mapping;

import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one class knows of the relationships and collections that it declares itself. */
final class MappedRelationships {
    private final Map<String, List<ForeignKeyPart>> foreignKeys = new HashMap<>();
    private final Map<String, ElementTable> elements = new HashMap<>();
    private final Map<String, RelationshipJoin> joins = new HashMap<>();
    private final Map<String, List<AttributeOrder>> orders = new HashMap<>();
    private final Map<String, List<String>> places = new HashMap<>();
    private final List<LinkDeclaration> late = new ArrayList<>();

    void places(String relationship, List<String> attributes) {
        places.put(relationship, attributes);
    }

    /** The attributes of the target that have the place of each member. */
    List<String> places(String relationship) {
        return places.getOrDefault(relationship, List.of());
    }

    /** Adds one that no field declares. */
    void late(LinkDeclaration link) {
        late.add(link);
    }

    /** Those that no field declares. */
    List<LinkDeclaration> late() {
        return late;
    }

    void elements(String collection, ElementTable table) {
        elements.put(collection, table);
    }

    ElementTable elements(String collection) {
        return Objects.requireNonNull(elements.get(collection), "collection is not configured");
    }

    void foreignKey(String relationship, List<ForeignKeyPart> parts) {
        foreignKeys.put(relationship, List.copyOf(parts));
    }

    /** The foreign key that a relationship says the columns of, or null if its other side does. */
    @Nullable List<ForeignKeyPart> foreignKey(String relationship) {
        return foreignKeys.get(relationship);
    }

    void join(String relationship, RelationshipJoin join, List<AttributeOrder> order) {
        joins.put(relationship, join);
        orders.put(relationship, order);
    }

    RelationshipJoin join(String relationship) {
        return Objects.requireNonNull(joins.get(relationship), "relationship is not configured");
    }

    List<AttributeOrder> order(String relationship) {
        return orders.getOrDefault(relationship, List.of());
    }
}
