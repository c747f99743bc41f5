package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.Column;

/** An attribute without a field that joins a class after the class was mapped. */
final class LateAttribute {
    private LateAttribute() {}

    static BasicProperty add(TableMapper mapper, String name, Class<?> javaType) {
        requireFreeName(mapper, name);
        requireFreeColumn(mapper, name, name);
        BasicProperty property =
                new BasicProperty(mapper.type(), name, ValueDeclaration.boxed(javaType), BasicProperty.Settings.PLAIN);
        Column column = ColumnMaker.of(mapper.table(), mapper, name, property.javaType())
                .make(); // first, since it may be refused
        mapper.addProperty(property);
        HiddenAttributes.map(mapper, property, column, true, true);
        inherit(mapper, property);
        return property;
    }

    /** Subclasses that have such an attribute of their own keep it, and so do theirs (rule N-9). */
    private static void inherit(TableMapper mapper, BasicProperty property) {
        MappedColumn added = mapper.column(property.name());
        for (Mapper sharing : mapper.selfAndDescendants()) {
            if (sharing.property(property.name()) == null) {
                TableMapper below = (TableMapper) sharing;
                below.addProperty(property);
                HiddenAttributes.place(below, added);
            }
        }
    }

    static void requireFreeName(TableMapper mapper, String name) {
        if (name.isEmpty() || name.startsWith("$grapnel$")) {
            throw refused(mapper, name, "the name is empty or begins as those of the members that enhancement adds");
        } else if (TableMapper.isHidden(name)) {
            throw refused(mapper, name, "names with a '#' are the library's own");
        } else if (mapper.property(name) != null
                || mapper.manager().enhancedType().indexOf(name) >= 0) {
            throw refused(mapper, name, "it has an attribute of that name");
        }
    }

    static void requireFreeColumn(TableMapper mapper, String name, String column) {
        if (mapper.table().find(column) != null) {
            throw refused(
                    mapper,
                    name,
                    "its table '" + mapper.table().name() + "' has a column "
                            + (column.equals(name) ? "of that name" : "'" + column + "'")
                            + ", which another attribute holds");
        }
    }

    private static MappingException refused(TableMapper mapper, String name, String why) {
        return new MappingException("Cannot add attribute '" + name + "' to class "
                + mapper.type().getName() + ": " + why + ". Choose another name.");
    }
}
