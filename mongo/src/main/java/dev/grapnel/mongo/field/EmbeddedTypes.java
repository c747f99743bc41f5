package dev.grapnel.mongo.field;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.ValueType;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What embeddable classes are as sub-documents, as their fields and annotations say. Each is read once, also if it is a part of itself.
 *
 * <p>Safe for use by several threads.
 */
final class EmbeddedTypes {
    private static final String FAMILY_FIELD = "type";

    private static final ClassValue<Known> KNOWN = new ClassValue<>() {
        @Override
        protected Known computeValue(Class<?> type) {
            return new Known();
        }
    };

    /** What is known of one class. */
    private static final class Known {
        @Nullable EmbeddedType type;
    }

    private EmbeddedTypes() {}

    static boolean isEmbeddable(Class<?> type) {
        return type.isAnnotationPresent(Embeddable.class) || isFamily(type);
    }

    /** A sealed class or interface, all of whose classes are embeddable. */
    private static boolean isFamily(Class<?> type) {
        return type.isSealed()
                && !members(type).isEmpty()
                && members(type).stream().allMatch(EmbeddedTypes::isDeclared);
    }

    /** The classes of the values of a type; none if it is not embeddable. */
    static List<Class<?>> classesOf(Class<?> type) {
        if (isFamily(type)) {
            return members(type);
        }
        return isDeclared(type) ? List.of(type) : List.of();
    }

    private static boolean isDeclared(Class<?> member) {
        return member.isAnnotationPresent(Embeddable.class);
    }

    private static List<Class<?>> members(Class<?> sealed) {
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                all.addAll(members(permitted));
            } else {
                all.add(permitted);
            }
        }
        return all;
    }

    /**
     * The form of a class.
     *
     * @param type an embeddable class
     * @param owner has access to it
     */
    static ValueType of(Class<?> type, MethodHandles.Lookup owner) {
        return isFamily(type) ? family(type, owner) : single(type, owner);
    }

    private static EmbeddedFamily family(Class<?> type, MethodHandles.Lookup owner) {
        DiscriminatorColumn column = type.getAnnotation(DiscriminatorColumn.class);
        String field = column == null ? FAMILY_FIELD : column.name();
        Map<String, EmbeddedType> members = new LinkedHashMap<>();
        for (Class<?> member : members(type)) {
            requireFree(field, member, owner);
            String identity = identityOf(member);
            EmbeddedType other = members.putIfAbsent(identity, single(member, owner));
            if (other != null) {
                throw new MappingException("Cannot embed values of " + type.getName() + ": " + identity + " stands for "
                        + other.type().getName() + " and for " + member.getName()
                        + ". Give each class a @DiscriminatorValue of its own.");
            }
        }
        return new EmbeddedFamily(type, field, members);
    }

    private static String identityOf(Class<?> member) {
        DiscriminatorValue value = member.getAnnotation(DiscriminatorValue.class);
        return value == null ? member.getSimpleName() : value.value();
    }

    private static void requireFree(String familyField, Class<?> member, MethodHandles.Lookup owner) {
        for (AnnotatedField field : AnnotatedClass.of(member, owner).fields()) {
            if (field.storedName().equals(familyField)) {
                throw new MappingException(
                        "Cannot map " + member.getName() + '.' + field.name() + " as '" + familyField
                                + "': that field says of which class a value is. Rename one of them, with @DocumentField or @DiscriminatorColumn.");
            }
        }
    }

    private static EmbeddedType single(Class<?> type, MethodHandles.Lookup owner) {
        Known known = KNOWN.get(type);
        synchronized (EmbeddedTypes.class) {
            if (known.type == null) {
                EmbeddedType made = new EmbeddedType(type);
                known.type = made;
                try {
                    made.complete(parts(type, owner), owner);
                } catch (RuntimeException wrong) {
                    known.type = null;
                    throw wrong;
                }
            }
            return known.type;
        }
    }

    private static List<EmbeddedPart> parts(Class<?> type, MethodHandles.Lookup owner) {
        List<EmbeddedPart> parts = new ArrayList<>();
        for (AnnotatedField field : AnnotatedClass.of(type, owner).fields()) {
            // What an object has is what it gets back: null too, where Java allows it.
            FieldSchema schema = field.rawType().isPrimitive()
                    ? field.schema()
                    : field.schema().nullable();
            EmbeddedPart.add(type, field.name(), field.storedName(), schema, parts);
        }
        return parts;
    }
}
