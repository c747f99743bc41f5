package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.KeyPair;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.declaration.ElementDeclaration;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Joins the tables of one class with those of the targets of its relationships. Runs when all of them are mapped. */
final class JoinBuilder {
    private final TableMapper mapper;

    JoinBuilder(TableMapper mapper) {
        this.mapper = mapper;
    }

    void build() {
        joinOwnTable();
        new SecondaryTables(mapper, mapper.table()).join();
        addConstraints();
        for (ElementDeclaration elements : mapper.declaration().elements()) {
            mapper.ownRelationships().elements(elements.name(), new ElementTableBuilder(mapper, elements).build());
        }
        mapper.declaration().links().forEach(this::join);
        mapper.ownRelationships().late().forEach(this::join);
    }

    /** Joins what a relationship refers to that has joined the class after the others. */
    void buildLate(String name) {
        mapper.ownRelationships().late().stream()
                .filter(link -> link.name().equals(name))
                .forEach(this::join);
    }

    private void join(LinkDeclaration link) {
        Relationship relationship = mapper.relationship(link.name());
        PlaceBuilder places = new PlaceBuilder(mapper, link, relationship);
        RelationshipJoin join = places.keepWithPairs(join(link, relationship));
        mapper.ownRelationships().join(link.name(), join, places.order(order(link, relationship)));
    }

    private void addConstraints() {
        EntityDeclaration declaration = mapper.declaration();
        if (mapper.owner().declarations().tableOwner(declaration).type() == declaration.type()) {
            new TableDetailsBuilder(
                            mapper.table(), "class " + declaration.type().getName())
                    .add(declaration.table().constraints());
        }
    }

    /** The key of the own table of a joined subclass refers to that of its superclass. */
    private void joinOwnTable() {
        TableMapper parent = mapper.tableParent();
        if (parent != null && mapper.inheritance() == InheritanceKind.CONCRETE) {
            InheritedColumns.copyForeignKeys(mapper, parent);
        } else if (parent != null && parent.table() != mapper.table()) {
            Table own = mapper.table();
            own.addForeignKey(keyColumns(mapper, own), keyColumns(mapper, parent.table()), false);
        }
    }

    private static List<Column> keyColumns(TableMapper of, Table table) {
        return of.keyColumns(table).stream().map(MappedColumn::column).toList();
    }

    private RelationshipJoin join(LinkDeclaration link, Relationship relationship) {
        TableMapper target = TableMapper.target(relationship);
        if (link.hasTable()) {
            return RelationshipJoin.over(association(link, target));
        }
        if (link.hasOwnKey()) {
            List<ForeignKeyPart> parts = Objects.requireNonNull(mapper.foreignKey(link.name()));
            InheritedColumns.addConstraint(mapper, parts, target);
            return direct(relationship, parts, target, true);
        }
        if (link.hasForeignKey()) {
            List<ForeignKeyPart> parts = Objects.requireNonNull(mapper.foreignKey(link.name()));
            InheritedColumns.addConstraint(target, parts, mapper);
            return direct(relationship, parts, mapper, false);
        }
        List<ForeignKeyPart> parts = Objects.requireNonNull(target.foreignKey(Objects.requireNonNull(link.mappedBy())));
        return direct(relationship, parts, mapper, false);
    }

    private RelationshipJoin direct(
            Relationship relationship, List<ForeignKeyPart> parts, TableMapper keyOwner, boolean keyIsRemote) {
        List<KeyPair> attributes = new ArrayList<>(parts.size());
        List<ColumnPair> columns = new ArrayList<>(parts.size());
        for (ForeignKeyPart part : parts) {
            attributes.add(new KeyPair(part.key().attribute(), part.attribute()));
            ColumnPair toKey = new ColumnPair(part.column(), keyColumn(keyOwner, part));
            columns.add(keyIsRemote ? toKey : toKey.reversed());
        }
        relationship.keyPairs(List.copyOf(attributes));
        return RelationshipJoin.direct(List.copyOf(columns));
    }

    private static Column keyColumn(TableMapper keyOwner, ForeignKeyPart part) {
        return keyOwner.columnNear(part.key().attribute());
    }

    private RelationshipJoin.Association association(LinkDeclaration link, TableMapper target) {
        String mappedBy = link.mappedBy();
        if (mappedBy == null) {
            return new AssociationBuilder(mapper, link, target).build();
        }
        TableMapper at = target;
        while (at.declaration().links().stream().noneMatch(other -> other.name().equals(mappedBy))) {
            at = Objects.requireNonNull(at.tableParent());
        }
        LinkDeclaration owning = at.declaration().links().stream()
                .filter(other -> other.name().equals(mappedBy))
                .findFirst()
                .orElseThrow();
        return new AssociationBuilder(at, owning, mapper).build().reversed();
    }

    // ---- order ----

    private List<AttributeOrder> order(LinkDeclaration link, Relationship relationship) {
        List<LinkDeclaration.Order> said = link.order();
        if (said == null) {
            return List.of();
        }
        TableMapper target = TableMapper.target(relationship);
        if (said.isEmpty()) {
            return target.keyAttributes().stream()
                    .map(key -> new AttributeOrder(key.name(), false))
                    .toList();
        }
        said.forEach(step -> requireValue(step.attribute(), relationship, target));
        return said.stream()
                .map(step -> new AttributeOrder(step.attribute(), step.descending()))
                .toList();
    }

    private static void requireValue(String attribute, Relationship relationship, TableMapper target) {
        if (target.property(attribute) instanceof BasicProperty) {
            return;
        }
        List<String> values = target.properties().stream()
                .filter(property -> property instanceof BasicProperty && !TableMapper.isHidden(property.name()))
                .map(Property::name)
                .toList();
        throw new MappingException("Cannot map relationship " + relationship + ": @OrderBy names '" + attribute
                + "', and " + target.type().getName() + " has no plain value of that name."
                + ClosestName.hint(attribute, values));
    }
}
