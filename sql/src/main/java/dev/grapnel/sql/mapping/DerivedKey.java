package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.sql.mapping.ForeignKeyNaming.NamedColumn;
import dev.grapnel.sql.mapping.declaration.AttributeDeclaration;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A key, or a part of one, that is the key of another object, to which a relationship with {@code @MapsId} refers: the columns of the key are the
 * foreign key.
 *
 * <p>So the fields of the key are declared in the columns of the relationship, and the flush copies the key as any foreign key. Where the other key has
 * several fields, each is that of the same name.
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
        boolean any = declaration.links().stream().anyMatch(LinkDeclaration::isKey);
        return any ? new DerivedKey(declarations, withReferences()).placed() : placed();
    }

    /** A reference that is the key, or a part of it, has a hidden attribute for each of its columns. */
    private EntityDeclaration withReferences() {
        List<AttributeDeclaration> attributes = new ArrayList<>();
        for (AttributeDeclaration attribute : declaration.attributes()) {
            if (attribute instanceof LinkDeclaration link && link.isKey()) {
                named(link).forEach(column -> attributes.add(key(link, column)));
            }
            attributes.add(attribute);
        }
        return declaration.attributes(attributes);
    }

    private static ValueDeclaration key(LinkDeclaration link, NamedColumn named) {
        ColumnDeclaration like = named.key().value().column();
        ColumnDeclaration column = new ColumnDeclaration(
                named.name(),
                like.form(),
                like.size(),
                false,
                false,
                true,
                true,
                null,
                null,
                like.conversion(),
                "",
                named.said().details());
        return new ValueDeclaration(
                link.name() + '#' + named.name(),
                ValueDeclaration.boxed(named.key().value().javaType()),
                Role.KEY,
                column,
                BasicProperty.Settings.PLAIN,
                null);
    }

    private List<NamedColumn> named(LinkDeclaration link) {
        return ForeignKeyNaming.name(
                Declarations.describe(declaration, link),
                link.name(),
                link.columns(),
                declarations.key(declarations.targetOf(declaration, link)));
    }

    private EntityDeclaration placed() {
        Map<String, String> columns = new HashMap<>();
        for (LinkDeclaration link : declaration.links()) {
            String part = link.keyPart();
            if (part != null && !link.isKey()) {
                place(link, part, columns);
            }
        }
        return columns.isEmpty()
                ? declaration
                : declaration.attributes(declaration.attributes().stream()
                        .map(attribute -> attribute.in(columns))
                        .toList());
    }

    /** Notes the column of each field of the key that a relationship gives. */
    private void place(LinkDeclaration link, String part, Map<String, String> columns) {
        if (!link.hasOwnKey()) {
            throw wrong(
                    link,
                    "it does not have the foreign key. Put @MapsId onto the @OneToOne or @ManyToOne that has it.");
        }
        List<ValueDeclaration> keys = keys(link, part);
        List<NamedColumn> given = named(link);
        if (keys.size() != given.size()) {
            throw wrong(
                    link,
                    "the key of the other class has " + fields(given.size()) + ", and "
                            + (part.isEmpty() ? "that of its own class" : "'" + part + "'") + " has "
                            + fields(keys.size()) + ". Name what is the key of the other class with @MapsId(\"…\").");
        }
        for (ValueDeclaration key : keys) {
            columns.put(key.name(), column(link, key, given));
        }
    }

    private static String fields(int count) {
        return count == 1 ? "one field" : count + " fields";
    }

    /** The fields of the own key that a relationship gives: all, one, or those of an embedded value inside of the key. */
    private List<ValueDeclaration> keys(LinkDeclaration link, String part) {
        List<ValueDeclaration> keys = declaration.keys().stream()
                .filter(key -> part.isEmpty() || isPart(key.name(), part))
                .toList();
        if (keys.isEmpty()) {
            throw wrong(
                    link,
                    part.isEmpty()
                            ? "its class has no key of its own. Put @MapsId into the class that declares the key."
                            : "the key of its class has no field '" + part
                                    + "'. Name one that has @Id, or a field of the class of the @EmbeddedId.");
        }
        keys.forEach(key -> requireAssigned(link, key));
        return keys;
    }

    /** Whether a field is meant, by its name or by that inside of an embedded key. */
    private static boolean isPart(String key, String part) {
        String inside = key.substring(key.indexOf('.') + 1);
        return key.equals(part) || inside.equals(part) || inside.startsWith(part + '.');
    }

    private void requireAssigned(LinkDeclaration link, ValueDeclaration key) {
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
    }

    private String column(LinkDeclaration link, ValueDeclaration key, List<NamedColumn> given) {
        if (given.size() == 1) {
            return given.get(0).name();
        }
        for (NamedColumn column : given) {
            if (lastName(column.key().attribute()).equals(lastName(key.name()))) {
                return column.name();
            }
        }
        throw wrong(
                link,
                "the key of the other class has no field '" + lastName(key.name())
                        + "'. Give the fields of both keys the same names.");
    }

    private static String lastName(String attribute) {
        return attribute.substring(attribute.lastIndexOf('.') + 1);
    }

    private MappingException wrong(LinkDeclaration link, String whyAndWhatToDo) {
        return new MappingException("Cannot map relationship " + Declarations.describe(declaration, link)
                + ": by @MapsId it gives the key, and " + whyAndWhatToDo);
    }
}
