package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.error.MappingException;
import jakarta.persistence.Access;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Basic;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.ExcludeDefaultListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.MapKeyTemporal;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.TableGenerators;
import jakarta.persistence.Temporal;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which annotations and which of their members are understood. Everything else is refused, so that no word of a mapping goes unheard. */
@SuppressWarnings("deprecation") // classes written before java.time have @Temporal
final class AnnotationRules {
    private static final String PERSISTENCE = "jakarta.persistence";

    /** What may stand at a method: it maps nothing. */
    private static final Set<Class<? extends Annotation>> AT_METHODS = Set.of(
            Transient.class,
            PrePersist.class,
            PostPersist.class,
            PreUpdate.class,
            PostUpdate.class,
            PreRemove.class,
            PostRemove.class,
            PostLoad.class);

    /** The members that may differ from their defaults. */
    private static final Map<Class<? extends Annotation>, Set<String>> UNDERSTOOD = new HashMap<>();

    static {
        understand(Entity.class, "name");
        understand(Table.class, "name", "schema", "uniqueConstraints", "indexes", "check", "comment");
        understand(
                SecondaryTable.class,
                "name",
                "schema",
                "pkJoinColumns",
                "uniqueConstraints",
                "indexes",
                "check",
                "comment");
        understand(SecondaryTables.class, "value");
        understand(UniqueConstraint.class, "name", "columnNames");
        understand(Index.class, "name", "columnList", "unique");
        understand(CheckConstraint.class, "name", "constraint");
        understand(MappedSuperclass.class);
        understand(EntityListeners.class, "value");
        understand(ExcludeDefaultListeners.class);
        understand(ExcludeSuperclassListeners.class);
        understand(Embeddable.class);
        understand(Embedded.class);
        understand(EmbeddedId.class);
        understand(ElementCollection.class, "targetClass", "fetch");
        understand(CollectionTable.class, "name", "schema", "joinColumns", "uniqueConstraints", "indexes");
        understand(MapKeyClass.class, "value");
        understand(MapKeyColumn.class, "name", "length", "precision", "scale", "nullable", "columnDefinition");
        understand(MapKeyEnumerated.class, "value");
        understand(MapKeyTemporal.class, "value");
        understand(
                MapKeyJoinColumn.class, "name", "referencedColumnName", "nullable", "columnDefinition", "foreignKey");
        understand(MapKeyJoinColumns.class, "value");
        understand(OrderColumn.class, "name", "nullable", "columnDefinition");
        understand(AttributeOverride.class, "name", "column");
        understand(AttributeOverrides.class, "value");
        understand(AssociationOverride.class, "name", "joinColumns", "joinTable");
        understand(AssociationOverrides.class, "value");
        understand(IdClass.class, "value");
        understand(Access.class, "value");
        understand(Inheritance.class, "strategy");
        understand(DiscriminatorColumn.class, "name", "discriminatorType", "length");
        understand(DiscriminatorValue.class, "value");
        understand(PrimaryKeyJoinColumn.class, "name", "referencedColumnName");
        understand(PrimaryKeyJoinColumns.class, "value");
        understand(Transient.class);
        understand(Id.class);
        understand(GeneratedValue.class, "strategy", "generator");
        understand(SequenceGenerator.class, "name", "sequenceName", "schema", "initialValue", "allocationSize");
        understand(SequenceGenerators.class, "value");
        understand(
                TableGenerator.class,
                "name",
                "table",
                "schema",
                "pkColumnName",
                "valueColumnName",
                "pkColumnValue",
                "initialValue",
                "allocationSize");
        understand(TableGenerators.class, "value");
        understand(Basic.class, "fetch", "optional");
        understand(
                Column.class,
                "name",
                "unique",
                "nullable",
                "insertable",
                "updatable",
                "length",
                "precision",
                "scale",
                "secondPrecision",
                "table",
                "columnDefinition",
                "check",
                "comment");
        understand(Version.class);
        understand(Convert.class, "converter", "attributeName", "disableConversion");
        understand(Converts.class, "value");
        understand(Enumerated.class, "value");
        understand(EnumeratedValue.class);
        understand(Temporal.class, "value");
        understand(Lob.class);
        understand(ManyToOne.class, "targetEntity", "cascade", "fetch", "optional");
        understand(OneToOne.class, "targetEntity", "cascade", "fetch", "optional", "mappedBy", "orphanRemoval");
        understand(OneToMany.class, "targetEntity", "cascade", "fetch", "mappedBy", "orphanRemoval");
        understand(ManyToMany.class, "targetEntity", "cascade", "fetch", "mappedBy");
        understand(
                JoinColumn.class,
                "name",
                "referencedColumnName",
                "unique",
                "nullable",
                "insertable",
                "updatable",
                "columnDefinition",
                "check",
                "comment",
                "foreignKey");
        understand(ForeignKey.class, "name", "value");
        understand(JoinColumns.class, "value");
        understand(
                JoinTable.class,
                "name",
                "schema",
                "joinColumns",
                "inverseJoinColumns",
                "uniqueConstraints",
                "indexes",
                "check",
                "comment");
        understand(MapsId.class, "value");
        understand(MapKey.class, "name");
        understand(OrderBy.class, "value");
    }

    private AnnotationRules() {}

    private static void understand(Class<? extends Annotation> annotation, String... members) {
        UNDERSTOOD.put(annotation, Set.of(members));
    }

    /**
     * Checks all annotations of a class or field.
     *
     * @param element with the annotations
     * @param described how a message is to call it
     * @throws MappingException if one is not supported, or says something that is not supported
     */
    static void check(AnnotatedElement element, String described) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            if (isPersistence(annotation.annotationType())) {
                check(annotation, described);
            }
        }
    }

    /**
     * Checks that a method has no mapping annotations: they are read from fields.
     *
     * @param method of an entity class
     * @throws MappingException if it has some
     */
    static void checkMethod(Method method) {
        for (Annotation annotation : method.getDeclaredAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (!isPersistence(type) || AT_METHODS.contains(type)) {
                continue;
            }
            String described = "method " + method.getDeclaringClass().getName() + '.' + method.getName() + "()";
            if (UNDERSTOOD.containsKey(type)) {
                throw new MappingException("Cannot map " + described + ": it has @" + type.getSimpleName()
                        + ", and those of this class are read from fields. Move the annotation to the"
                        + " field, or add @Access(AccessType.PROPERTY) to the method.");
            }
            throw refused(type, described);
        }
    }

    /**
     * Checks that a field has no mapping annotations: they are read from elsewhere.
     *
     * @param field of an entity class
     * @param whatToDo the rest of the message
     * @throws MappingException if it has some
     */
    static void requireNone(Field field, String whatToDo) {
        for (Annotation annotation : field.getDeclaredAnnotations()) {
            if (isPersistence(annotation.annotationType()) && annotation.annotationType() != Transient.class) {
                throw new MappingException("Cannot map field "
                        + field.getDeclaringClass().getName() + '.' + field.getName() + ": it has @"
                        + annotation.annotationType().getSimpleName() + ". " + whatToDo);
            }
        }
    }

    /** Whether an annotation says how a field is mapped, so that a property that has it is persistent. */
    static boolean isMapping(Class<? extends Annotation> type) {
        return UNDERSTOOD.containsKey(type) && type != Transient.class && type != Access.class;
    }

    /** Whether it makes a method a callback method. */
    static boolean isCallback(Class<? extends Annotation> type) {
        return type != Transient.class && AT_METHODS.contains(type);
    }

    private static boolean isPersistence(Class<? extends Annotation> type) {
        return type.getPackageName().equals(PERSISTENCE);
    }

    private static void check(Annotation annotation, String described) {
        Set<String> understood = UNDERSTOOD.get(annotation.annotationType());
        if (understood == null) {
            throw refused(annotation.annotationType(), described);
        }
        for (Method member : annotation.annotationType().getDeclaredMethods()) {
            Object value = read(annotation, member);
            if (understood.contains(member.getName())) {
                nested(value).forEach(inner -> check(inner, described));
            } else if (!Objects.deepEquals(value, member.getDefaultValue())) {
                throw new MappingException("Cannot map " + described + ": it sets "
                        + member.getName() + " of @"
                        + annotation.annotationType().getSimpleName()
                        + ", which is not supported yet. Leave it out" + UnsupportedAnnotations.memberAdvice(member)
                        + '.');
            }
        }
    }

    private static List<Annotation> nested(Object value) {
        if (value instanceof Annotation one) {
            return List.of(one);
        }
        return value instanceof Annotation[] several ? List.of(several) : List.of();
    }

    private static Object read(Annotation annotation, Method member) {
        try {
            return member.invoke(annotation);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new MappingException("Cannot read member " + member + " of an annotation.", unreadable);
        }
    }

    private static MappingException refused(Class<? extends Annotation> type, String described) {
        return new MappingException("Cannot map " + described + ": @" + type.getSimpleName() + " is not supported"
                + UnsupportedAnnotations.advice(type));
    }
}
