package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.annotation.Mutable;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.sql.mapping.annotation.PersistentFields.Member;
import dev.grapnel.sql.mapping.declaration.AttributeDeclaration;
import dev.grapnel.sql.mapping.declaration.EmbeddedDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import jakarta.persistence.AccessType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what the annotations of an embeddable class say, as a field of that class sees them. */
final class EmbeddedReader {
    private static final List<Class<? extends Annotation>> NOT_INSIDE =
            List.of(Id.class, EmbeddedId.class, Version.class, GeneratedValue.class);

    private static final List<Class<? extends Annotation>> OF_ONE_COLUMN = Stream.concat(
                    Stream.of(Enumerated.class, Lob.class), ElementReader.OF_ONE_VALUE.stream())
            .toList();

    private final EntityField field;
    private final Overrides overrides;
    private final Set<Class<?>> around;
    private final boolean isKey;

    private EmbeddedReader(EntityField field, Set<Class<?>> around, boolean isKey) {
        this.field = field;
        this.isKey = isKey;
        Overrides said = Overrides.of(field.annotated());
        boolean inMap = field.field().getType() == Map.class;
        this.overrides = field.overrides().over(inMap ? said.below("value") : said);
        this.around = new HashSet<>(around);
    }

    /** Whether a field holds an embedded value: its own annotation or that of its type says so. */
    static boolean isEmbedded(EntityField field) {
        return field.has(Embedded.class)
                || field.has(EmbeddedId.class)
                || isEmbeddable(field.type())
                || isWritten(field);
    }

    /** Whether a program says of which fields it is made. */
    static boolean isWritten(EntityField field) {
        return field.annotated() instanceof WrittenElement written && written.parts() != null;
    }

    static boolean isEmbeddable(Class<?> type) {
        return type.isAnnotationPresent(Embeddable.class);
    }

    static EmbeddedDeclaration read(EntityField field) {
        return new EmbeddedReader(field, Set.of(), field.has(EmbeddedId.class)).read();
    }

    private EmbeddedDeclaration read() {
        check();
        List<EmbeddedDeclaration.Component> components = new ArrayList<>();
        for (Member inside : fields(field.type())) {
            components.add(new EmbeddedDeclaration.Component(inside.field().getName(), component(inside)));
        }
        if (components.isEmpty()) {
            throw field.wrong(
                    "class " + field.type().getName()
                            + " has no persistent field, so there is nothing to embed. Give it one, or leave the field out with @Transient.");
        }
        return new EmbeddedDeclaration(field.name(), field.field().getName(), field.type(), components);
    }

    private void check() {
        Class<?> type = field.type();
        if (!isEmbeddable(type) && !isWritten(field)) {
            String annotation = isKey ? "@EmbeddedId" : "@Embedded";
            throw field.wrong("it has " + annotation + ", and " + type.getName()
                    + " is not annotated with @Embeddable. Annotate that class, or leave " + annotation + " out.");
        }
        EmbeddableMethods.check(type);
        for (Class<? extends Annotation> annotation : NOT_INSIDE) {
            if (field.has(annotation) && !(annotation == EmbeddedId.class && around.isEmpty())) {
                throw field.wrong("it has @" + annotation.getSimpleName()
                        + " and holds an embedded value. "
                        + (annotation == Id.class
                                ? "Use @EmbeddedId for a key of several columns."
                                : "Give the entity class a field of its own for it."));
            }
        }
        ValueReader.requireNoRelationship(field);
        for (Class<? extends Annotation> annotation : OF_ONE_COLUMN) {
            if (field.has(annotation)) {
                throw ofOneColumn(annotation);
            }
        }
        if (field.isConverted()) {
            throw ofOneColumn(Convert.class);
        }
        if (field.has(Column.class) && field.overrides().own(Column.class) == null) {
            throw field.wrong("@Column is for one column, and the embedded value has several."
                    + " Use @AttributeOverride(name = …, column = @Column(…)).");
        }
        if (!around.add(type)) {
            throw field.wrong("class " + type.getName()
                    + " contains itself, so its columns never end. Make it an entity and refer to it.");
        }
        if (!isWritten(field)) {
            sources(type).forEach(AnnotationReader::check);
        }
        checkOverrides();
    }

    private MappingException ofOneColumn(Class<? extends Annotation> annotation) {
        return field.wrong("@" + annotation.getSimpleName()
                + " is for one column, and the embedded value has several. Put it into the embeddable class.");
    }

    private void checkOverrides() {
        List<String> known = new ArrayList<>();
        fields(field.type()).forEach(inside -> known.add(inside.field().getName()));
        for (Overrides.Said said : overrides.all()) {
            String first = said.path().split("\\.", 2)[0];
            if (!known.contains(first)) {
                throw field.wrong(said.by() + " names '" + said.path() + "', and "
                        + field.type().getSimpleName() + " has no such attribute." + ClosestName.hint(first, known));
            }
        }
    }

    private AttributeDeclaration component(Member inside) {
        EntityField part = field.part(inside, overrides.below(inside.field().getName()));
        AnnotationRules.check(inside.annotated(), "field " + part);
        if (RelationshipReader.isRelationship(part) || part.has(ElementCollection.class)) {
            throw part.wrong("relationships and collections inside of an embeddable class are not supported yet."
                    + " Declare them in the entity class.");
        }
        if (isEmbedded(part)) {
            return new EmbeddedReader(part, around, isKey).read();
        }
        for (Class<? extends Annotation> annotation : NOT_INSIDE) {
            if (part.has(annotation)) {
                throw part.wrong(
                        "@" + annotation.getSimpleName()
                                + " belongs to an entity class, and this is an embeddable one. Declare the field in the entity class.");
            }
        }
        if (isKey && part.has(Mutable.class)) {
            throw part.wrong("@Mutable is for data, and this is a part of a key. Leave it out.");
        }
        return ownColumn(part, ValueReader.read(part));
    }

    /** The value as a whole may be null, so its columns may be, unless an annotation says otherwise. */
    private ValueDeclaration ownColumn(EntityField part, ValueDeclaration value) {
        Column column = part.annotation(Column.class);
        Basic basic = part.annotation(Basic.class);
        boolean required = isKey || (column != null && !column.nullable()) || (basic != null && !basic.optional());
        return new ValueDeclaration(
                value.name(),
                ValueDeclaration.boxed(value.javaType()),
                isKey ? ValueDeclaration.Role.KEY : value.role(),
                value.column().nullable(!required),
                value.settings(),
                value.keys());
    }

    // ---- fields ----

    private List<Member> fields(Class<?> type) {
        if (field.annotated() instanceof WrittenElement written && written.parts() != null) {
            return WrittenEntityReader.members(type, written.parts());
        }
        List<Member> found = new ArrayList<>();
        for (Class<?> source : sources(type)) {
            found.addAll(PersistentFields.of(source, type.isRecord() ? AccessType.FIELD : field.access()));
        }
        for (Field inside : type.isRecord() ? type.getDeclaredFields() : new Field[0]) {
            if (inside.isAnnotationPresent(Transient.class)) {
                throw field.wrong("component '" + inside.getName() + "' of record " + type.getName()
                        + " has @Transient, and a record is made of all its components. Leave it out.");
            }
        }
        return found;
    }

    /** The class and the superclasses whose fields count, the topmost first. */
    private static Deque<Class<?>> sources(Class<?> type) {
        Deque<Class<?>> sources = new ArrayDeque<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at == type || isEmbeddable(at) || at.isAnnotationPresent(MappedSuperclass.class)) {
                sources.addFirst(at);
            }
        }
        return sources;
    }
}
