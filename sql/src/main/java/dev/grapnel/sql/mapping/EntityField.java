package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import jakarta.persistence.Column;
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
 */
record EntityField(
        Class<?> entity,
        Field field,
        String name,
        ColumnOverrides overrides,
        @Nullable Class<?> element) {

    /** A field of the class itself. */
    EntityField(Class<?> entity, Field field, ColumnOverrides overrides) {
        this(entity, field, field.getName(), overrides, null);
    }

    /** A field of an embeddable class. */
    EntityField part(Field inside, ColumnOverrides said) {
        return new EntityField(type(), inside, name + '.' + inside.getName(), said, null);
    }

    /** The field as what each element of its collection is. */
    EntityField as(Class<?> elementType) {
        return new EntityField(entity, field, name, overrides, elementType);
    }

    /** The type of the field as this class sees it. */
    Class<?> type() {
        return element != null ? element : TypeArguments.classOf(genericType(), entity);
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
