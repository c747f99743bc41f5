package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.annotation.EagerDefaults;
import dev.grapnel.core.annotation.OrphanIfAllLetGo;
import dev.grapnel.core.annotation.SaveOneByOne;
import dev.grapnel.core.annotation.UnconfirmedDeletes;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.sql.mapping.declaration.AttributeDeclaration;
import dev.grapnel.sql.mapping.declaration.ElementDeclaration;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.EntitySettings;
import dev.grapnel.sql.mapping.declaration.SecondaryTable;
import jakarta.persistence.AccessType;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what the annotations of an entity class say; looks at no other entity class. */
public final class AnnotationReader {
    private final Class<?> type;
    /** The class and its mapped superclasses, the topmost first. */
    private final Deque<Class<?>> sources = new ArrayDeque<>();

    private final @Nullable Class<?> parent;

    private final Converters converters;

    private AnnotationReader(Class<?> type, Converters converters, Predicate<Class<?>> isEntity) {
        this.type = type;
        this.converters = converters;
        this.parent = collectSources(isEntity);
    }

    /**
     * Reads a class.
     *
     * @param type annotated with {@code @Entity}
     * @param converters of the registry
     * @param isEntity whether a superclass is an entity, too
     * @return what its annotations say
     * @throws MappingException if it is no entity, or its annotations are wrong or not supported
     */
    public static EntityDeclaration read(Class<?> type, Converters converters, Predicate<Class<?>> isEntity) {
        if (!type.isAnnotationPresent(Entity.class)) {
            throw new MappingException("Cannot map class " + type.getName() + ": it " + whyNoEntity(type));
        }
        return new AnnotationReader(type, converters, isEntity).read();
    }

    private static String whyNoEntity(Class<?> type) {
        if (type.isAnnotationPresent(MappedSuperclass.class)) {
            return "is annotated with @MappedSuperclass, so only its subclasses are mapped. Add those to the registry.";
        }
        return "is not annotated with @Entity. Annotate it, or leave it out of the registry.";
    }

    private @Nullable Class<?> collectSources(Predicate<Class<?>> isEntity) {
        Class<?> at = type;
        do {
            if (at == type || at.isAnnotationPresent(MappedSuperclass.class)) {
                sources.addFirst(at);
            }
            at = at.getSuperclass();
        } while (at != null && !isEntity.test(at));
        return at;
    }

    private EntityDeclaration read() {
        sources.forEach(AnnotationReader::check);
        Entity entity = type.getAnnotation(Entity.class);
        String name = entity.name().isEmpty() ? type.getSimpleName() : entity.name();
        IdClass idClass = find(IdClass.class);
        return new EntityDeclaration(
                type,
                parent,
                sources.size() > 1,
                name,
                TableReader.read(find(Table.class), name),
                HierarchyReader.read(type, parent, type, find(Inheritance.class), find(DiscriminatorColumn.class)),
                attributes(),
                idClass == null ? null : idClass.value(),
                secondaryTables(),
                settings());
    }

    private List<SecondaryTable> secondaryTables() {
        List<SecondaryTable> found = new ArrayList<>();
        for (Class<?> source : sources) {
            for (jakarta.persistence.SecondaryTable said :
                    source.getDeclaredAnnotationsByType(jakarta.persistence.SecondaryTable.class)) {
                found.add(TableReader.read(said));
            }
        }
        return List.copyOf(found);
    }

    private EntitySettings settings() {
        EagerDefaults eager = type.getDeclaredAnnotation(EagerDefaults.class);
        return new EntitySettings(
                type.isAnnotationPresent(SaveOneByOne.class),
                type.isAnnotationPresent(OrphanIfAllLetGo.class),
                !type.isAnnotationPresent(UnconfirmedDeletes.class),
                eager == null ? null : eager.value());
    }

    /** Checks what stands at a class itself. */
    static void check(Class<?> source) {
        AnnotationRules.check(source, "class " + source.getName());
        for (Convert convert : source.getAnnotationsByType(Convert.class)) {
            if (convert.attributeName().isEmpty()) {
                throw new MappingException("Cannot map class " + source.getName()
                        + ": @Convert at a class has to name an inherited attribute. Add attributeName = …, or put it onto the"
                        + " field.");
            }
        }
    }

    /** An annotation of the class or the nearest of its mapped superclasses. */
    private <A extends Annotation> @Nullable A find(Class<A> annotation) {
        A found = null;
        for (Class<?> source : sources) {
            A here = source.getDeclaredAnnotation(annotation);
            found = here == null ? found : here;
        }
        return found;
    }

    // ---- attributes ----

    private List<AttributeDeclaration> attributes() {
        Map<String, AttributeDeclaration> byName = new LinkedHashMap<>();
        for (EntityField field : fields()) {
            AttributeDeclaration attribute = attribute(field);
            if (byName.put(attribute.name(), attribute) != null) {
                throw field.wrong("a superclass maps a field of the same name. Rename one of them.");
            }
        }
        return List.copyOf(byName.values());
    }

    private Collection<EntityField> fields() {
        Overrides overrides = Overrides.of(type);
        AccessType access = PersistentFields.ofHierarchy(type);
        List<EntityField> found = new ArrayList<>();
        for (Class<?> source : sources) {
            for (PersistentFields.Member member : PersistentFields.of(source, access)) {
                String name = member.field().getName();
                Overrides said = source == type ? Overrides.NONE : overrides.below(name);
                found.add(new EntityField(type, member, said, converters));
            }
        }
        checkOverrides(overrides, found);
        return found;
    }

    private void checkOverrides(Overrides overrides, List<EntityField> found) {
        List<String> inherited = found.stream()
                .filter(field -> field.field().getDeclaringClass() != type)
                .map(EntityField::name)
                .toList();
        for (Overrides.Said said : overrides.all()) {
            String first = said.path().split("\\.", 2)[0];
            if (!inherited.contains(first)) {
                throw new MappingException("Cannot map class " + type.getName() + ": " + said.by() + " names '"
                        + said.path() + "', and no mapped superclass has such an attribute."
                        + ClosestName.hint(first, inherited));
            }
        }
    }

    static AttributeDeclaration attribute(EntityField field) {
        AnnotationRules.check(field.annotated(), "field " + field);
        ElementDeclaration elements = ElementReader.readIfAny(field);
        if (elements != null) {
            return elements;
        }
        if (RelationshipReader.isRelationship(field)) {
            return RelationshipReader.read(field);
        }
        return EmbeddedReader.isEmbedded(field) ? EmbeddedReader.read(field) : ValueReader.read(field);
    }
}
