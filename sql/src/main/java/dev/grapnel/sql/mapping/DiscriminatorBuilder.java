package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.HierarchyDeclaration;
import dev.grapnel.sql.mapping.declaration.HierarchyDeclaration.DiscriminatorDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.lang.reflect.Modifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the attribute that tells the class of a row, or adds a hidden one, and the value that stands there for one class. */
final class DiscriminatorBuilder {
    private final TableMapper mapper;
    private final EntityDeclaration declaration;
    private final Table table;

    DiscriminatorBuilder(TableMapper mapper, Table table) {
        this.mapper = mapper;
        this.declaration = mapper.declaration();
        this.table = table;
    }

    void build() {
        Mapper parent = mapper.parent();
        if (mapper.inheritance() == InheritanceKind.CONCRETE) {
            refuseDiscriminator();
        } else if (parent != null) {
            AttributeTracker inherited = parent.discriminatorAttribute();
            if (inherited == null) {
                throw wrong("its superclass " + parent.type().getName()
                        + " was mapped before as a class without subclasses. Add both to the registry in one call, or annotate the superclass"
                        + " with @Inheritance.");
            }
            discriminateBy(inherited.name());
        } else if (mapper.owner().headsHierarchy(declaration)) {
            discriminateBy(attributeOfRoot());
        }
    }

    private MappingException wrong(String whyAndWhatToDo) {
        return new MappingException("Cannot map class " + declaration.type().getName() + ": " + whyAndWhatToDo);
    }

    private void refuseDiscriminator() {
        HierarchyDeclaration said = declaration.hierarchy();
        if (said.discriminator() != null || said.discriminatorValue() != null) {
            throw wrong(
                    "it has a discriminator, and with InheritanceType.TABLE_PER_CLASS the table of a row tells its class."
                            + " Leave @DiscriminatorColumn and @DiscriminatorValue out.");
        }
    }

    private String attributeOfRoot() {
        DiscriminatorDeclaration said = declaration.hierarchy().discriminator();
        DiscriminatorDeclaration discriminator = said == null ? DiscriminatorDeclaration.DEFAULT : said;
        return declaration
                .valueOfColumn(discriminator.column())
                .map(ValueDeclaration::name)
                .orElseGet(() -> addHidden(discriminator));
    }

    private String addHidden(DiscriminatorDeclaration discriminator) {
        String name = "class#" + discriminator.column();
        BasicProperty property =
                new BasicProperty(mapper.type(), name, discriminator.javaType(), BasicProperty.Settings.PLAIN);
        mapper.addProperty(property);
        Column column = ColumnMaker.of(table, mapper, discriminator.column(), discriminator.javaType())
                .length(discriminator.length())
                .nullable(false)
                .make();
        HiddenAttributes.map(mapper, property, column, true, false);
        return name;
    }

    private void discriminateBy(String attribute) {
        BasicProperty property = (BasicProperty) Objects.requireNonNull(mapper.property(attribute));
        Object value = value(ValueDeclaration.boxed(property.javaType()));
        Mapper other = value == null ? null : mapper.base().byDiscriminator(value);
        if (other != null) {
            throw wrong("its discriminator value '" + value + "' stands for "
                    + other.type().getName()
                    + " already. Give each class of the hierarchy its own with @DiscriminatorValue.");
        }
        mapper.discriminateBy(attribute, value);
    }

    private @Nullable Object value(Class<?> type) {
        String said = declaration.hierarchy().discriminatorValue();
        if (said == null && Modifier.isAbstract(declaration.type().getModifiers())) {
            return null;
        }
        if (type == String.class) {
            return said == null ? declaration.entityName() : said;
        }
        if (said == null) {
            throw wrong("its discriminator is of " + type.getName() + ", so its value cannot be the name of the class."
                    + " Say which with @DiscriminatorValue.");
        }
        return parsed(said, type);
    }

    private Object parsed(String said, Class<?> type) {
        try {
            if (type == Integer.class) {
                return Integer.valueOf(said);
            }
            if (type == Long.class) {
                return Long.valueOf(said);
            }
            if (type == Character.class && said.length() == 1) {
                return said.charAt(0);
            }
            if (type.isEnum()) {
                return constant(type, said);
            }
        } catch (IllegalArgumentException unreadable) {
            throw wrong("its discriminator value '" + said + "' is no value of " + type.getName()
                    + ". Correct @DiscriminatorValue.");
        }
        throw wrong("its discriminator value '" + said + "' cannot be read as " + type.getName()
                + ". Use a discriminator of String, Integer, Long, Character or an enum.");
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the class is known to be an enum
    private static Object constant(Class<?> type, String name) {
        return Enum.valueOf((Class<? extends Enum>) type, name);
    }
}
