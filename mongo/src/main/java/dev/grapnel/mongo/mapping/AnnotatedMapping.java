package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.mongo.MapperExtension;
import dev.grapnel.mongo.MapperExtensionFactory;
import dev.grapnel.mongo.annotation.DocumentField;
import dev.grapnel.mongo.annotation.DocumentIndex;
import dev.grapnel.mongo.annotation.ExtendedBy;
import dev.grapnel.mongo.annotation.ForeignId;
import dev.grapnel.mongo.annotation.Related;
import dev.grapnel.mongo.annotation.StoredIn;
import dev.grapnel.mongo.field.AnnotatedClass;
import dev.grapnel.mongo.field.AnnotatedField;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the mapping of a class from its fields and annotations, and from those of its mapped superclasses. */
final class AnnotatedMapping {
    private final Class<?> type;
    private final AnnotatedClass read;
    private final DocumentMapping<?> mapping;

    private AnnotatedMapping(Class<?> type) {
        this.type = type;
        this.read = AnnotatedClass.of(type);
        this.mapping = DocumentMapping.of(type);
    }

    static DocumentMapping<?> of(Class<?> type) {
        if (!type.isAnnotationPresent(Entity.class)) {
            throw new MappingException("Cannot map class " + type.getName()
                    + " by its annotations: it has no @Entity. Add it, or map the class with DocumentMapping.of.");
        }
        return new AnnotatedMapping(type).read();
    }

    private DocumentMapping<?> read() {
        if (read.entityAbove() == null) {
            StoredIn stored = read.annotation(StoredIn.class);
            mapping.collection(stored == null ? type.getSimpleName() : stored.value());
        }
        readHierarchy();
        read.fields().forEach(this::readField);
        read.annotations(DocumentIndex.class).forEach(index -> mapping.index(indexOf(index)));
        readExtensions();
        return mapping;
    }

    private void readHierarchy() {
        DiscriminatorColumn column = type.getDeclaredAnnotation(DiscriminatorColumn.class);
        if (column != null) {
            mapping.polymorphicOn(column.name());
        }
        DiscriminatorValue value = type.getDeclaredAnnotation(DiscriminatorValue.class);
        if (value != null) {
            mapping.polymorphicIdentity(value.value());
        }
    }

    // ---- fields ----

    private void readField(AnnotatedField field) {
        Related relation = field.annotation(Related.class);
        if (relation != null) {
            Via via = relation.via().isEmpty() ? Via.any() : Via.field(relation.via());
            Class<?> target = relation.value() == void.class ? field.elementType() : relation.value();
            mapping.relation(field.name(), target, via);
            return;
        }
        FieldOption[] options = options(field).toArray(FieldOption[]::new);
        ForeignId foreign = field.annotation(ForeignId.class);
        if (foreign != null) {
            mapping.add(dev.grapnel.mongo.mapping.DocumentField.foreign(
                    field.name(), field.storedName(), foreign.value(), field.isList(), options));
        } else {
            mapping.field(field.name(), field.storedName(), field.schema(), options);
            readIndexesWithin(field, field.storedName(), Set.of());
        }
        if (field.annotation(Version.class) != null) {
            mapping.versionedBy(field.name());
        }
    }

    private static Set<FieldOption> options(AnnotatedField field) {
        Set<FieldOption> options = EnumSet.noneOf(FieldOption.class);
        DocumentField said = field.annotation(DocumentField.class);
        if (said != null) {
            addIf(said.indexed(), options, FieldOption.INDEXED);
            addIf(said.unique(), options, FieldOption.UNIQUE);
            addIf(said.sparse(), options, FieldOption.SPARSE);
        }
        return options;
    }

    private static void addIf(boolean on, Set<FieldOption> options, FieldOption option) {
        if (on) {
            options.add(option);
        }
    }

    // ---- indexes ----

    /** Those that fields of embeddable classes ask for; a class that is a part of itself is looked into once. */
    private void readIndexesWithin(AnnotatedField field, String path, Set<Class<?>> around) {
        if (around.contains(field.elementType())) {
            return;
        }
        Set<Class<?>> inside = new HashSet<>(around);
        inside.add(field.elementType());
        for (AnnotatedField part : field.parts()) {
            String name = path + '.' + part.storedName();
            IndexDeclaration index = IndexDeclaration.asked(name, options(part));
            if (index != null && !mapping.indexes().contains(index)) {
                mapping.index(index);
            }
            readIndexesWithin(part, name, inside);
        }
    }

    private static IndexDeclaration indexOf(DocumentIndex said) {
        return new IndexDeclaration(
                List.of(said.fields()),
                said.unique(),
                said.sparse(),
                said.name().isEmpty() ? null : said.name(),
                said.expireAfterSeconds() == -1 ? null : Duration.ofSeconds(said.expireAfterSeconds()),
                null);
    }

    // ---- extensions ----

    private void readExtensions() {
        ExtendedBy listed = read.annotation(ExtendedBy.class);
        if (listed != null) {
            List<MapperExtensionFactory<?>> factories = new ArrayList<>();
            for (Class<? extends MapperExtension<?>> extension : listed.value()) {
                factories.add(factory(extension));
            }
            mapping.extensions(factories);
        }
    }

    private MapperExtensionFactory<Object> factory(Class<? extends MapperExtension<?>> extension) {
        return mapper -> cast(made(extension));
    }

    private MapperExtension<?> made(Class<? extends MapperExtension<?>> extension) {
        try {
            Constructor<? extends MapperExtension<?>> constructor = extension.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new MappingException(
                    "Cannot make extension " + extension.getName() + " of class " + type.getName()
                            + ": it has no accessible constructor without arguments, or that failed. Add one, or give a factory to the builder.",
                    impossible);
        }
    }

    @SuppressWarnings("unchecked") // an extension listed with a class is for its objects
    private static MapperExtension<Object> cast(MapperExtension<?> extension) {
        return (MapperExtension<Object>) extension;
    }
}
