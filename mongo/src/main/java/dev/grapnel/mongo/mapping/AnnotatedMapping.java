package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.mongo.MapperExtension;
import dev.grapnel.mongo.MapperExtensionFactory;
import dev.grapnel.mongo.annotation.DocumentField;
import dev.grapnel.mongo.annotation.ExtendedBy;
import dev.grapnel.mongo.annotation.ForeignId;
import dev.grapnel.mongo.annotation.Related;
import dev.grapnel.mongo.annotation.StoredIn;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.Schema;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the mapping of a class from its fields and annotations. */
final class AnnotatedMapping {
    private final Class<?> type;
    private final DocumentMapping<?> mapping;

    private AnnotatedMapping(Class<?> type) {
        this.type = type;
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
        if (!isBelowAnEntity()) {
            StoredIn stored = type.getAnnotation(StoredIn.class);
            mapping.collection(stored == null ? type.getSimpleName() : stored.value());
        }
        readHierarchy();
        for (Field field : type.getDeclaredFields()) {
            if (isStored(field)) {
                readField(field);
            }
        }
        readExtensions();
        return mapping;
    }

    private boolean isBelowAnEntity() {
        Class<?> above = type.getSuperclass();
        return above != null && above.isAnnotationPresent(Entity.class);
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

    private static boolean isStored(Field field) {
        int modifiers = field.getModifiers();
        return !Modifier.isStatic(modifiers)
                && !Modifier.isTransient(modifiers)
                && !field.isSynthetic()
                && !field.isAnnotationPresent(Transient.class);
    }

    private void readField(Field field) {
        Related relation = field.getAnnotation(Related.class);
        if (relation != null) {
            Via via = relation.via().isEmpty() ? Via.any() : Via.field(relation.via());
            mapping.relation(field.getName(), target(field, relation.value()), via);
            return;
        }
        FieldOption[] options = options(field).toArray(FieldOption[]::new);
        ForeignId foreign = field.getAnnotation(ForeignId.class);
        if (foreign != null) {
            boolean list = List.class.isAssignableFrom(field.getType());
            mapping.add(dev.grapnel.mongo.mapping.DocumentField.foreign(
                    field.getName(), storedName(field), foreign.value(), list, options));
        } else {
            mapping.field(field.getName(), storedName(field), schema(field), options);
        }
        if (field.isAnnotationPresent(Version.class)) {
            mapping.versionedBy(field.getName());
        }
    }

    private Class<?> target(Field field, Class<?> named) {
        if (named != void.class) {
            return named;
        }
        Type element = argument(field.getGenericType(), 0);
        if (element instanceof Class<?> found) {
            return found;
        }
        return field.getType();
    }

    private static Set<FieldOption> options(Field field) {
        Set<FieldOption> options = EnumSet.noneOf(FieldOption.class);
        DocumentField said = field.getAnnotation(DocumentField.class);
        if (said != null) {
            Map.of(
                            FieldOption.INDEXED,
                            said.indexed(),
                            FieldOption.UNIQUE,
                            said.unique(),
                            FieldOption.SPARSE,
                            said.sparse())
                    .forEach((option, on) -> {
                        if (on) {
                            options.add(option);
                        }
                    });
        }
        return options;
    }

    private static String storedName(Field field) {
        if (field.isAnnotationPresent(Id.class)) {
            return "_id";
        }
        DocumentField said = field.getAnnotation(DocumentField.class);
        return said == null || said.name().isEmpty() ? field.getName() : said.name();
    }

    private static FieldSchema schema(Field field) {
        FieldSchema schema = schema(field.getGenericType());
        DocumentField said = field.getAnnotation(DocumentField.class);
        return said != null && said.required() ? schema.required() : schema;
    }

    private static FieldSchema schema(Type declared) {
        if (declared instanceof Class<?> plain) {
            return Schema.of(plain);
        }
        if (declared instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            if (java.util.Collection.class.isAssignableFrom(raw)) {
                return Schema.array(schema(generic.getActualTypeArguments()[0]));
            } else if (raw == Map.class) {
                return Schema.map(schema(generic.getActualTypeArguments()[1]));
            }
            return Schema.of(raw);
        }
        return Schema.any();
    }

    private static @Nullable Type argument(Type declared, int position) {
        return declared instanceof ParameterizedType generic ? generic.getActualTypeArguments()[position] : null;
    }

    private void readExtensions() {
        ExtendedBy listed = type.getDeclaredAnnotation(ExtendedBy.class);
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
