package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Makes a relationship from its declaration and that of its target. */
final class RelationshipBuilder {
    private final Declarations declarations;
    private final EntityDeclaration owner;
    private final LinkDeclaration link;
    private final EntityDeclaration target;

    RelationshipBuilder(Declarations declarations, EntityDeclaration owner, LinkDeclaration link) {
        this.declarations = declarations;
        this.owner = owner;
        this.link = link;
        this.target = declarations.targetOf(owner, link);
    }

    Relationship build() {
        String otherSide = otherSide();
        if (otherSide == null && link.settings().oneWay()) {
            throw new MappingException("Cannot map relationship " + Declarations.describe(owner, link)
                    + ": @PairedWith says not to keep it in step, and it has no other side."
                    + " Name the attribute of " + target.type().getName() + ", or leave @PairedWith out.");
        }
        return new Relationship(
                owner.type(),
                link.name(),
                link.target(),
                direction(),
                link.collection(),
                link.cascades(),
                link.settings(),
                otherSide);
    }

    private Direction direction() {
        if (link.hasTable()) {
            return Direction.MANY_TO_MANY;
        }
        return link.hasOwnKey() ? Direction.MANY_TO_ONE : Direction.ONE_TO_MANY;
    }

    private @Nullable String otherSide() {
        String mappedBy = link.mappedBy();
        if (mappedBy != null) {
            checkMappedBy(mappedBy);
            return mappedBy;
        }
        if (link.pairedWith() != null) {
            return link.pairedWith();
        }
        return declarations.links(target).stream()
                .filter(other ->
                        link.name().equals(other.mappedBy()) || link.name().equals(other.pairedWith()))
                .filter(other -> other.target().isAssignableFrom(owner.type()))
                .min(Comparator.comparing(other -> other.settings().viewOnly())) // else the one that is written
                .map(LinkDeclaration::name)
                .orElse(null);
    }

    private void checkMappedBy(String mappedBy) {
        LinkDeclaration other = declarations.link(target, mappedBy);
        String described = "Cannot map relationship " + Declarations.describe(owner, link) + ": it is mapped by '"
                + mappedBy + "', ";
        if (other == null) {
            throw new MappingException(
                    described + "and " + target.type().getName() + " has no relationship of that name."
                            + ClosestName.hint(
                                    mappedBy,
                                    declarations.links(target).stream()
                                            .map(LinkDeclaration::name)
                                            .toList()));
        }
        if (!other.isOwning()) {
            throw new MappingException(described + "and that is mapped by '" + other.mappedBy()
                    + "' itself. One side has to have the columns: leave mappedBy out there.");
        }
        if (!other.target().isAssignableFrom(owner.type())) {
            throw new MappingException(
                    described + "and that refers to " + other.target().getName() + ". Name a relationship to "
                            + owner.type().getName() + '.');
        }
        if (other.hasTable() != link.hasTable() || other.hasForeignKey()) {
            throw new MappingException(
                    described + "and that is @" + annotation(other.kind())
                            + ". The other side of @OneToMany is @ManyToOne, of @OneToOne is @OneToOne, of @ManyToMany is @ManyToMany.");
        }
    }

    private static String annotation(LinkDeclaration.Kind kind) {
        return switch (kind) {
            case MANY_TO_ONE -> "ManyToOne";
            case ONE_TO_ONE -> "OneToOne";
            case ONE_TO_MANY -> "OneToMany";
            case MANY_TO_MANY -> "ManyToMany";
        };
    }
}
