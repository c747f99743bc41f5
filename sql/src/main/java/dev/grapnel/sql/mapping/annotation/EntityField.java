package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.mapping.declaration.Conversion;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A field of an entity class while its annotations are read.
 *
 * @param entity the class, which inherits the field if a mapped superclass declares it
 * @param field the field
 * @param name of the attribute: that of the field, behind the path to it if an embeddable class has it
 * @param overrides what another place says about its columns
 * @param element the class of the elements, while one of them is looked at; else null
 * @param converters of the registry
 */
record EntityField(
        Class<?> entity,
        Field field,
        String name,
        ColumnOverrides overrides,
        @Nullable Class<?> element,
        Converters converters) {

    /** A field of the class itself. */
    EntityField(Class<?> entity, Field field, ColumnOverrides overrides, Converters converters) {
        this(entity, field, field.getName(), overrides, null, converters);
    }

    /** A field of an embeddable class. */
    EntityField part(Field inside, ColumnOverrides said) {
        return new EntityField(type(), inside, name + '.' + inside.getName(), said, null, converters);
    }

    /** The field as what each element of its collection is. */
    EntityField as(Class<?> elementType) {
        return new EntityField(entity, field, name, overrides, elementType, converters);
    }

    /** The type of the field as this class sees it. */
    Class<?> type() {
        return element != null ? element : TypeArguments.classOf(genericType(), entity);
    }

    /** How the value is kept as one of another type, or null if it is kept as it is. */
    @Nullable Conversion conversion() {
        Convert said = annotation(Convert.class);
        if (said == null) {
            boolean keepsItsType = has(Id.class) || has(Version.class) || has(Enumerated.class);
            return keepsItsType ? null : converters.automatic(type());
        }
        if (!said.attributeName().isEmpty()) {
            throw wrong("attributeName of @Convert is not supported. Put @Convert onto the field itself.");
        }
        return said.disableConversion() ? null : conversion(said.converter());
    }

    private Conversion conversion(Class<?> converter) {
        if (converter == AttributeConverter.class) {
            throw wrong("@Convert names no converter. Say which with converter = ….");
        }
        if (has(Id.class) || has(Version.class) || has(Enumerated.class)) {
            throw wrong("@Convert is for data, and the field has @Id, @Version or @Enumerated. Leave one of them out.");
        }
        Conversion found = converters.of(converter);
        if (found.attributeType() != ValueDeclaration.boxed(type())) {
            throw wrong("its converter " + converter.getName() + " is for "
                    + found.attributeType().getName() + ", and the field is of " + type().getName()
                    + ". Use a converter for that type.");
        }
        return found;
    }

    Type genericType() {
        return field.getGenericType();
    }

    <A extends Annotation> @Nullable A annotation(Class<A> type) {
        if (type == Column.class && overrides.own() != null) {
            return type.cast(overrides.own());
        }
        return field.getAnnotation(type);
    }

    boolean has(Class<? extends Annotation> type) {
        return annotation(type) != null;
    }

    /** An error about this field. */
    MappingException wrong(String whyAndWhatToDo) {
        return new MappingException("Cannot map field " + this + ": " + whyAndWhatToDo);
    }

    @Override
    public String toString() {
        return field.getDeclaringClass().getName() + '.' + field.getName();
    }
}
