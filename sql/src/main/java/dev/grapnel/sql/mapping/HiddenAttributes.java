package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.sql.mapping.ForeignKeyNaming.NamedColumn;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.Objects;

/** The attributes of foreign key columns that no field maps. */
final class HiddenAttributes {
    private HiddenAttributes() {}

    /** Adds the attribute of a foreign key column to one class. */
    static void add(TableMapper mapper, Table table, LinkDeclaration link, NamedColumn named, boolean required) {
        Class<?> javaType = ValueDeclaration.boxed(named.key().value().javaType());
        String name = link.name() + '#' + named.name();
        BasicProperty property = new BasicProperty(mapper.type(), name, javaType, BasicProperty.Settings.PLAIN);
        Column column = ColumnMaker.of(table, mapper, named.name(), javaType)
                .like(named.key().value().column())
                .nullable(!required)
                .unique(named.said().unique())
                .details(named.said().details())
                .make();
        mapper.addProperty(property);
        map(mapper, property, column, named.said().insertable(), named.said().updatable());
    }

    /** Adds the attribute of a column that keeps the places of members to the class of the members. */
    static void addPlace(TableMapper target, LinkDeclaration link, ValueDeclaration place) {
        ColumnDeclaration said = place.column();
        BasicProperty property = new BasicProperty(
                target.type(), link.name() + '#' + said.name(), place.javaType(), BasicProperty.Settings.PLAIN);
        Column column = ColumnMaker.of(target.table(), target, said.name(), place.javaType())
                .like(said)
                .details(said.details())
                .make();
        target.addProperty(property);
        map(target, property, column, true, true);
    }

    /** Adds the attribute to the subclasses that are there, after their superclass has got it. */
    static void inherit(TableMapper mapper, Column column) {
        MappedColumn added = Objects.requireNonNull(mapper.columnBook().find(column));
        mapper.selfAndDescendants().stream()
                .skip(1)
                .map(TableMapper.class::cast)
                .forEach(below -> {
                    below.addProperty(added.property());
                    place(below, added);
                });
    }

    /** Keeps an attribute that a superclass has got in the same column, or in a copy of it where each class has a table of all attributes. */
    static void place(TableMapper below, MappedColumn added) {
        if (below.inheritance() == InheritanceKind.CONCRETE) {
            InheritedColumns.copy(below, added);
        } else {
            map(below, added.property(), added.column(), added.insertable(), added.updatable());
        }
    }

    /** Notes that an attribute is in a column. */
    static void map(TableMapper mapper, BasicProperty property, Column column, boolean insertable, boolean updatable) {
        AttributeTracker tracker = mapper.manager().tracker(property.name());
        if (property.settings().deferred()) {
            tracker.dontLoadOnUnexpire();
        }
        mapper.columnBook().add(new MappedColumn(property, column, tracker, insertable, updatable));
    }

    /** A part of a foreign key whose column the class has, by a field or a hidden attribute. */
    static ForeignKeyPart part(TableMapper mapper, Table table, NamedColumn named) {
        Column column = table.column(named.name());
        MappedColumn mapped = Objects.requireNonNull(mapper.columnBook().find(column));
        Class<?> wanted = ValueDeclaration.boxed(named.key().value().javaType());
        if (ValueDeclaration.boxed(mapped.property().javaType()) != wanted) {
            throw new MappingException("Cannot map attribute " + mapped.property() + ": its column '" + column.name()
                    + "' holds a key of " + wanted.getName() + ", and its type is "
                    + mapped.property().javaType().getName() + ". Give it the type of the key.");
        }
        return new ForeignKeyPart(
                mapped.attribute(),
                column,
                named.key(),
                named.said().enforced(),
                named.said().constraint());
    }
}
