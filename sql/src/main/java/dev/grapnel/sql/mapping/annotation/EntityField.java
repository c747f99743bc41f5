package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.mapping.annotation.PersistentFields.Member;
import dev.grapnel.sql.mapping.annotation.WrittenElement.Given;
import dev.grapnel.sql.mapping.declaration.Conversion;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyTemporal;
import jakarta.persistence.Temporal;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A field of an entity class while its annotations are read.
 *
 * @param entity the class, which inherits the field if a mapped superclass declares it
 * @param field the field
 * @param annotated where its annotations are: the field, or the getter of the property that is kept in it
 * @param access the access type of the class that declares it
 * @param name of the attribute: that of the field, behind the path to it if an embeddable class has it
 * @param overrides what another place says about its columns
 * @param element the class of the elements, while one of them is looked at; else null
 * @param converters of the registry
 */
record EntityField(
        Class<?> entity,
        Field field,
        AnnotatedElement annotated,
        AccessType access,
        String name,
        Overrides overrides,
        @Nullable Class<?> element,
        Converters converters) {

    /** A field of the class itself. */
    EntityField(Class<?> entity, Member member, Overrides overrides, Converters converters) {
        this(
                entity,
                member.field(),
                member.annotated(),
                member.access(),
                member.field().getName(),
                overrides,
                null,
                converters);
    }

    /** A field of an embeddable class. */
    EntityField part(Member inside, Overrides said) {
        return new EntityField(
                type(),
                inside.field(),
                inside.annotated(),
                inside.access(),
                name + '.' + inside.field().getName(),
                said,
                null,
                converters);
    }

    /** The field as what each element of its collection is. */
    EntityField as(Class<?> elementType) {
        return new EntityField(entity, field, annotated, access, name, overrides, elementType, converters);
    }

    /** The field with what another place says. */
    EntityField with(Overrides said) {
        return new EntityField(entity, field, annotated, access, name, said, element, converters);
    }

    /** The type of the field as this class sees it. */
    Class<?> type() {
        return element != null ? element : TypeArguments.classOf(genericType(), entity);
    }

    /** How the value is kept as one of another type, or null if it is kept as it is. */
    @Nullable Conversion conversion() {
        if (given(Given.CONVERSION) instanceof Conversion given) {
            return requireFor(given, "its conversion");
        }
        Convert said = convert();
        if (said != null && !said.disableConversion()) {
            return conversion(said.converter());
        }
        boolean keepsItsType = said != null || has(Id.class) || has(Version.class) || has(Enumerated.class);
        Conversion automatic = keepsItsType ? null : converters.automatic(type());
        return automatic == null ? conversionOfType() : automatic;
    }

    /** The same for the keys of a map: what the field says about itself is about the values. */
    @SuppressWarnings("deprecation") // classes written before java.time have @MapKeyTemporal
    @Nullable Conversion conversionOfKey() {
        Convert said = overrides.own(Convert.class);
        if (said != null) {
            return said.disableConversion() ? null : conversion(said.converter());
        }
        MapKeyTemporal temporal = annotation(MapKeyTemporal.class);
        if (temporal != null) {
            return TypeConversions.temporal(this, temporal.value());
        }
        Field value = TypeConversions.enumeratedValue(type());
        Conversion automatic = has(MapKeyEnumerated.class) ? null : converters.automatic(type());
        return automatic != null || value == null ? automatic : TypeConversions.ofEnum(this, type(), value);
    }

    @SuppressWarnings("deprecation") // classes written before java.time have @Temporal
    private @Nullable Conversion conversionOfType() {
        Temporal temporal = annotation(Temporal.class);
        if (temporal != null) {
            return TypeConversions.temporal(this, temporal.value());
        }
        Conversion ofArray = ArrayConversions.of(this);
        Field value = TypeConversions.enumeratedValue(type());
        if (value == null) {
            return ofArray == null ? LargeObjects.of(this) : ofArray;
        }
        return ofArray != null ? ofArray : TypeConversions.ofEnum(this, type(), value);
    }

    /** What a program says of it that no annotation can say, or null. */
    @Nullable Object given(Given what) {
        return annotated instanceof WrittenElement written ? written.given(what) : null;
    }

    /** Whether something is said about the conversion of the whole value. */
    boolean isConverted() {
        return convert() != null || given(Given.CONVERSION) != null;
    }

    /** What is said about the conversion of the whole value, here or elsewhere. */
    private @Nullable Convert convert() {
        Convert over = overrides.own(Convert.class);
        if (over != null) {
            return over;
        }
        for (Convert said : annotated.getAnnotationsByType(Convert.class)) {
            if (said.attributeName().isEmpty()) {
                return said;
            }
        }
        return null;
    }

    private Conversion conversion(Class<?> converter) {
        if (converter == AttributeConverter.class) {
            throw wrong("@Convert names no converter. Say which with converter = ….");
        }
        if (has(Id.class) || has(Version.class) || has(Enumerated.class)) {
            throw wrong("@Convert is for data, and the field has @Id, @Version or @Enumerated. Leave one of them out.");
        }
        return requireFor(converters.of(converter), "its converter " + converter.getName());
    }

    private Conversion requireFor(Conversion found, String described) {
        if (found.attributeType() != ValueDeclaration.boxed(type())) {
            throw wrong(described + " is for " + found.attributeType().getName() + ", and the field is of "
                    + type().getName() + ". Use a converter for that type.");
        }
        return found;
    }

    Type genericType() {
        return field.getGenericType();
    }

    <A extends Annotation> @Nullable A annotation(Class<A> type) {
        A over = overrides.own(type);
        return over != null ? over : annotated.getAnnotation(type);
    }

    boolean has(Class<? extends Annotation> type) {
        return annotation(type) != null;
    }

    /** An error about this field. */
    MappingException wrong(String whyAndWhatToDo) {
        return new MappingException("Cannot map field " + this + ": " + whyAndWhatToDo + forPrograms(whyAndWhatToDo));
    }

    private String forPrograms(String said) {
        return annotated instanceof WrittenElement && said.indexOf('@') >= 0
                ? " The field is mapped by a program: for each annotation, read the method of the builder with its meaning."
                : "";
    }

    @Override
    public String toString() {
        return field.getDeclaringClass().getName() + '.' + field.getName();
    }
}
