package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.mapping.ValueDeclaration.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * A key that is the key of another object, to which a relationship with {@code @MapsId} refers: the column of the key is the foreign key.
 *
 * <p>So the key field is declared in the column of the relationship, and the flush copies the key as any foreign key.
 */
final class DerivedKey {
    private final Declarations declarations;
    private final EntityDeclaration declaration;

    DerivedKey(Declarations declarations, EntityDeclaration declaration) {
        this.declarations = declarations;
        this.declaration = declaration;
    }

    /** The declaration with its key in the columns of such relationships; the same if there are none. */
    EntityDeclaration resolved() {
        EntityDeclaration changed = declaration;
        for (LinkDeclaration link : declaration.links()) {
            String part = link.keyPart();
            if (part != null) {
                changed = resolved(changed, link, part);
            }
        }
        return changed;
    }

    private EntityDeclaration resolved(EntityDeclaration whole, LinkDeclaration link, String part) {
        ValueDeclaration key = key(link, part);
        String column = column(link);
        List<AttributeDeclaration> attributes = new ArrayList<>();
        for (AttributeDeclaration attribute : whole.attributes()) {
            attributes.add(attribute.name().equals(key.name()) ? key.in(column) : attribute);
        }
        return whole.attributes(attributes);
    }

    private ValueDeclaration key(LinkDeclaration link, String part) {
        List<ValueDeclaration> keys = declaration.keys().stream()
                .filter(key -> part.isEmpty() || key.name().equals(part))
                .toList();
        if (keys.size() != 1) {
            throw wrong(
                    link,
                    part.isEmpty()
                            ? "the key of its class has not exactly one field. Name the one that is the key of the other class with @MapsId(\"…\")."
                            : "the key of its class has no field '" + part + "'. Name one that has @Id.");
        }
        ValueDeclaration key = keys.get(0);
        boolean generated = key.role() == Role.GENERATED_KEY
                || key.keys() != null
                || key.settings().insertDefault() != null
                || key.settings().inserted().expression() != null;
        if (generated) {
            throw wrong(
                    link,
                    "the key comes from the other object, and '" + key.name()
                            + "' is generated. Leave @GeneratedValue, @InsertDefault or @InsertExpression out.");
        }
        return key;
    }

    private String column(LinkDeclaration link) {
        if (!link.hasOwnKey()) {
            throw wrong(
                    link,
                    "it does not have the foreign key. Put @MapsId onto the @OneToOne or @ManyToOne that has it.");
        }
        List<KeyPart> target = declarations.key(declarations.targetOf(declaration, link));
        if (target.size() != 1) {
            throw wrong(
                    link,
                    "the key of the other class has several fields. Declare them all with @Id and give the relationship"
                            + " a @JoinColumn with the name of the column of each.");
        }
        return ForeignKeyNaming.name(Declarations.describe(declaration, link), link.name(), link.columns(), target)
                .get(0)
                .name();
    }

    private MappingException wrong(LinkDeclaration link, String whyAndWhatToDo) {
        return new MappingException("Cannot map relationship " + Declarations.describe(declaration, link)
                + ": by @MapsId it gives the key, and " + whyAndWhatToDo);
    }
}
