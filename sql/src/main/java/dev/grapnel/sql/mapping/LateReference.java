package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.ForeignKeyNaming.NamedColumn;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A reference without a field that joins a class after the class was mapped, with the columns of its foreign key. */
final class LateReference {
    private final TableMapper mapper;
    private final LinkDeclaration link;
    private final List<NamedColumn> columns;

    private LateReference(TableMapper mapper, String name, TableMapper target) {
        this.mapper = mapper;
        this.link = new LinkDeclaration(
                name,
                target.type(),
                LinkDeclaration.Kind.MANY_TO_ONE,
                null,
                Set.of(),
                Relationship.Settings.LAZY,
                null,
                null,
                true,
                List.of(),
                null,
                null,
                null,
                null);
        this.columns = ForeignKeyNaming.name(
                Declarations.describe(mapper.declaration(), link),
                name,
                List.of(),
                mapper.owner().declarations().key(target.declaration()));
    }

    /** Adds it, and gives the attributes that the class and its subclasses have got: the reference, and those of its foreign key. */
    static List<Property> add(TableMapper mapper, String name, TableMapper target) {
        LateReference reference = new LateReference(mapper, name, target);
        reference.requireFree();
        return reference.add();
    }

    private void requireFree() {
        for (Mapper sharing : mapper.selfAndDescendants()) {
            TableMapper each = (TableMapper) sharing;
            LateAttribute.requireFreeName(each, link.name());
            columns.forEach(column -> LateAttribute.requireFreeColumn(each, link.name(), column.name()));
        }
    }

    private List<Property> add() {
        Relationship relationship = new Relationship(
                mapper.type(),
                link.name(),
                link.target(),
                Direction.MANY_TO_ONE,
                null,
                link.cascades(),
                link.settings(),
                null);
        mapper.selfAndDescendants().forEach(sharing -> ((TableMapper) sharing).addProperty(relationship));
        List<Property> added = new ArrayList<>();
        added.add(relationship);
        columns.forEach(column -> added.add(addHidden(column)));
        mapper.ownRelationships().foreignKey(link.name(), parts());
        mapper.ownRelationships().late(link);
        return added;
    }

    private Property addHidden(NamedColumn named) {
        HiddenAttributes.add(mapper, mapper.table(), link, named, false);
        Column column = mapper.table().column(named.name());
        HiddenAttributes.inherit(mapper, column);
        return Objects.requireNonNull(mapper.columnBook().find(column)).property();
    }

    private List<ForeignKeyPart> parts() {
        return columns.stream()
                .map(named -> HiddenAttributes.part(mapper, mapper.table(), named))
                .toList();
    }

    /** Fails if a class has no rows of its own to refer to. */
    static TableMapper requireTarget(TableRegistry registry, Class<?> type, String name, Class<?> target) {
        if (registry.find(target) instanceof TableMapper mapper) {
            return mapper;
        }
        throw new MappingException("Cannot add attribute '" + name + "' to class " + type.getName()
                + ": it is to refer to objects of " + target.getName()
                + ", which this registry does not map. Add that class to the registry first.");
    }
}
