package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.sql.mapping.annotation.PersistentFields.Member;
import dev.grapnel.sql.mapping.declaration.AttributeDeclaration;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.SecondaryTable;
import jakarta.persistence.AccessType;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what a program says about an entity class. What stands in its source is not looked at. */
public final class WrittenEntityReader {
    private final WrittenEntity written;
    private final Class<?> type;
    private final Converters converters;
    private final @Nullable Class<?> parent;

    private WrittenEntityReader(WrittenEntity written, Converters converters, Predicate<Class<?>> isEntity) {
        this.written = written;
        this.type = written.type();
        this.converters = converters;
        Class<?> above = type.getSuperclass();
        while (above != null && !isEntity.test(above)) {
            above = above.getSuperclass();
        }
        this.parent = above;
    }

    /**
     * Reads a class.
     *
     * @param written what is said about it
     * @param converters of the registry
     * @param isEntity whether a superclass is an entity, too
     * @return the same as its annotations would say
     * @throws MappingException if it is wrong
     */
    public static EntityDeclaration read(WrittenEntity written, Converters converters, Predicate<Class<?>> isEntity) {
        return new WrittenEntityReader(written, converters, isEntity).read();
    }

    private EntityDeclaration read() {
        WrittenElement said = written.said();
        AnnotationRules.check(said, "class " + type.getName());
        Entity entity = said.getAnnotation(Entity.class);
        String name = entity == null || entity.name().isEmpty() ? type.getSimpleName() : entity.name();
        IdClass idClass = said.getAnnotation(IdClass.class);
        return new EntityDeclaration(
                type,
                parent,
                written.fields().stream().anyMatch(field -> field(type, field).getDeclaringClass() != type),
                name,
                TableReader.read(said.getAnnotation(Table.class), name),
                HierarchyReader.read(type, parent, said),
                attributes(),
                idClass == null ? null : idClass.value(),
                secondaryTables(),
                written.settings());
    }

    private List<SecondaryTable> secondaryTables() {
        return Arrays.stream(written.said().getAnnotationsByType(jakarta.persistence.SecondaryTable.class))
                .map(TableReader::read)
                .toList();
    }

    private List<AttributeDeclaration> attributes() {
        List<AttributeDeclaration> attributes = new ArrayList<>();
        for (Member member : members(type, written.fields())) {
            attributes.add(AnnotationReader.attribute(new EntityField(type, member, Overrides.NONE, converters)));
        }
        return attributes;
    }

    /** The fields of a class that something is said about. */
    static List<Member> members(Class<?> type, List<WrittenField> written) {
        List<Member> members = new ArrayList<>();
        for (WrittenField field : written) {
            members.add(new Member(field(type, field), field.said(), AccessType.FIELD));
        }
        return members;
    }

    private static Field field(Class<?> type, WrittenField written) {
        List<String> known = new ArrayList<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                boolean counts = !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
                if (counts && field.getName().equals(written.name())) {
                    return field;
                } else if (counts) {
                    known.add(field.getName());
                }
            }
        }
        throw new MappingException("Cannot map class " + type.getName() + ": it has no field '" + written.name() + "'."
                + ClosestName.hint(written.name(), known));
    }
}
