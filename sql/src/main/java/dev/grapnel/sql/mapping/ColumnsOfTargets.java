package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.mapping.ForeignKeyNaming.NamedColumn;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import dev.grapnel.sql.mapping.declaration.PlaceDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns that relationships need in the tables of their targets: foreign keys that no attribute of the target says, and the places of members.
 * They are added as soon as both classes are there.
 */
final class ColumnsOfTargets {
    private final TableRegistry registry;
    private final List<Waiting> waiting = new ArrayList<>();

    /** A relationship whose target is to have columns. */
    private record Waiting(TableMapper owner, LinkDeclaration link) {
        String described() {
            return Declarations.describe(owner.declaration(), link);
        }
    }

    ColumnsOfTargets(TableRegistry registry) {
        this.registry = registry;
    }

    /**
     * Adds columns as far as both classes are there.
     *
     * @param mapper the class that has just come
     */
    void settle(TableMapper mapper) {
        for (LinkDeclaration link : mapper.declaration().links()) {
            if (link.hasForeignKey() || link.hasPlaceInTarget()) {
                waiting.add(new Waiting(mapper, link));
            }
        }
        waiting.removeIf(one -> {
            Class<?> type = one.link.target();
            TableMapper target = type == mapper.type() ? mapper : registry.constructed(type);
            if (target != null) {
                settle(one, target);
            }
            return target != null;
        });
    }

    private void settle(Waiting one, TableMapper target) {
        if (one.link.hasForeignKey()) {
            addForeignKey(one, target);
        }
        if (one.link.hasPlaceInTarget()) {
            addPlace(one, Objects.requireNonNull(one.link.place()), target);
        }
    }

    private static @Nullable MappedColumn mapped(String column, TableMapper target) {
        Column known = target.table().find(column);
        return known == null ? null : target.columnBook().find(known);
    }

    // ---- foreign keys ----

    private void addForeignKey(Waiting one, TableMapper target) {
        LinkDeclaration link = one.link;
        List<KeyPart> key =
                ReferredColumns.of(registry.declarations(), one.owner.declaration(), link.columns(), one.described());
        List<NamedColumn> columns = ForeignKeyNaming.name(one.described(), link.name(), link.columns(), key);
        for (NamedColumn named : columns) {
            if (mapped(named.name(), target) == null) {
                requireOpen(one, named.name(), target);
                boolean required = !named.said().nullable();
                HiddenAttributes.add(target, target.table(), link, named, required);
                inherit(target, named.name());
            }
        }
        one.owner
                .ownRelationships()
                .foreignKey(
                        link.name(),
                        columns.stream()
                                .map(named -> HiddenAttributes.part(target, target.table(), named))
                                .toList());
    }

    private static void inherit(TableMapper target, String column) {
        HiddenAttributes.inherit(target, Objects.requireNonNull(target.table().find(column)));
    }

    private static void requireOpen(Waiting one, String column, TableMapper target) {
        if (target.isConfigured()) {
            throw new MappingException(
                    "Cannot map relationship " + one.described() + ": it needs column '" + column
                            + "' in the table of " + target.type().getName()
                            + ", whose mapping is complete. Add both classes to the registry in one call, or map that column by a field there.");
        }
    }

    // ---- places ----

    /** A field of the target may have the place, too. */
    private void addPlace(Waiting one, PlaceDeclaration place, TableMapper target) {
        List<String> attributes = new ArrayList<>();
        for (ValueDeclaration value : PlaceBuilder.values(one.owner, one.link, place)) {
            String column = value.column().name();
            MappedColumn known = mapped(column, target);
            if (known == null) {
                requireOpen(one, column, target);
                HiddenAttributes.addPlace(target, one.link, value);
                inherit(target, column);
            } else {
                requireUsable(one, value, known);
            }
            attributes.add(Objects.requireNonNull(mapped(column, target)).attribute());
        }
        one.owner.ownRelationships().places(one.link.name(), attributes);
    }

    private static void requireUsable(Waiting one, ValueDeclaration place, MappedColumn known) {
        Class<?> wanted = ValueDeclaration.boxed(place.javaType());
        boolean fits = ValueDeclaration.boxed(known.property().javaType()) == wanted;
        if (TableMapper.isHidden(known.attribute()) || !fits || !known.insertable() || !known.updatable()) {
            throw new MappingException("Cannot map relationship " + one.described() + ": it keeps the places of its"
                    + " members in column '" + known.column().name() + "' of "
                    + known.property().declaringType().getName()
                    + ", which is mapped by '" + known.attribute()
                    + "' already. Name a column of its own, or map that one by a field of "
                    + wanted.getSimpleName() + " that is insertable and updatable.");
        }
    }
}
