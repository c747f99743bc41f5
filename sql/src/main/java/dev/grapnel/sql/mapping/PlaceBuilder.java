package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.mapping.MemberPlace;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import dev.grapnel.sql.mapping.declaration.PlaceDeclaration;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says where the places of the members of a collection are kept: with the members, or with the pairs of owner and member. */
final class PlaceBuilder {
    private final TableMapper mapper;
    private final LinkDeclaration link;
    private final Relationship relationship;
    private final @Nullable PlaceDeclaration said;

    PlaceBuilder(TableMapper mapper, LinkDeclaration link, Relationship relationship) {
        this.mapper = mapper;
        this.link = link;
        this.relationship = relationship;
        this.said = link.place();
    }

    /** The join, with the column of the places if they stand with the pairs. */
    RelationshipJoin keepWithPairs(RelationshipJoin join) {
        RelationshipJoin.Association association = join.association();
        if (said == null) {
            return join;
        }
        if (association == null) {
            keepWithMembers(said);
            return join;
        }
        requireOneSide();
        relationship.place(MemberPlace.WITH_PAIR);
        return RelationshipJoin.over(association.keeping(List.of(column(association.table(), said.column()))));
    }

    private void keepWithMembers(PlaceDeclaration place) {
        List<String> attributes = mapper.ownRelationships().places(link.name());
        boolean clears = place.column().nullable() && TableMapper.isHidden(attributes.get(0));
        relationship.place(new MemberPlace(attributes, clears));
    }

    /** The pairs are written from the side that has the places. */
    private void requireOneSide() {
        Relationship reverse = relationship.reverse();
        boolean both = reverse != null
                && reverse.collection() != null
                && reverse.collection().isPlaced();
        if (both) {
            throw new MappingException(
                    "Cannot map relationship " + relationship + ": it keeps the places of its members, and "
                            + reverse
                            + " keeps those of its own. Leave that out on one side.");
        }
    }

    private Column column(Table table, ColumnDeclaration column) {
        if (table.find(column.name()) != null) {
            throw new MappingException("Cannot map relationship " + relationship + ": its places are to be in column '"
                    + column.name() + "' of table '" + table.name()
                    + "', which has such a column already. Give it another name.");
        }
        return ColumnMaker.of(
                        table,
                        mapper,
                        column.name(),
                        Objects.requireNonNull(said).value().javaType())
                .like(column)
                .details(column.details())
                .make();
    }

    /** How the members are ordered: by their positions if they have some, which stand first. */
    List<AttributeOrder> order(List<AttributeOrder> otherwise) {
        return said == null || !link.hasPlaceInTarget()
                ? otherwise
                : mapper.ownRelationships().places(link.name()).stream()
                        .map(attribute -> new AttributeOrder(attribute, false))
                        .toList();
    }
}
