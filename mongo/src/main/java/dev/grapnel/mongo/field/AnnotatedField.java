package dev.grapnel.mongo.field;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.mongo.annotation.DocumentField;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.Schema;
import jakarta.persistence.Id;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of a class that is stored, with what its type and its annotations say. */
public final class AnnotatedField {
    private final Class<?> owner;
    private final Field field;
    private final Type type;
    private final MethodHandles.Lookup access;

    /**
     * Describes a field.
     *
     * @param owner whose objects have it
     * @param field the field, which a superclass may declare
     * @param type of it in the owner
     * @param access to the classes of values within it
     */
    AnnotatedField(Class<?> owner, Field field, Type type, MethodHandles.Lookup access) {
        this.owner = owner;
        this.field = field;
        this.type = type;
        this.access = access;
    }

    /** Its name in the class. */
    public String name() {
        return field.getName();
    }

    /** Its name in documents. */
    public String storedName() {
        if (field.isAnnotationPresent(Id.class)) {
            return "_id";
        }
        DocumentField said = field.getAnnotation(DocumentField.class);
        return said == null || said.name().isEmpty() ? field.getName() : said.name();
    }

    /**
     * An annotation of it.
     *
     * @param annotation which
     * @param <A> its type
     * @return it, or null
     */
    public <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
        return field.getAnnotation(annotation);
    }

    /** Its class, without arguments. */
    public Class<?> rawType() {
        return raw(type);
    }

    /** The class of the elements of a list; of another field its own. */
    public Class<?> elementType() {
        return type instanceof ParameterizedType generic && isList(raw(type))
                ? raw(generic.getActualTypeArguments()[0])
                : raw(type);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    /** The fields of the objects that it, or its list, holds, of each class that they may have; empty if they are none of embeddable classes. */
    public List<AnnotatedField> parts() {
        return EmbeddedTypes.classesOf(elementType()).stream()
                .flatMap(held -> AnnotatedClass.of(held, access).fields().stream())
                .toList();
    }

    /** Whether it holds a list. */
    public boolean isList() {
        return isList(raw(type));
    }

    private static boolean isList(Class<?> raw) {
        return raw == List.class || raw == Collection.class;
    }

    /**
     * What it holds.
     *
     * @return the schema
     * @throws MappingException if there is no type of fields for its type
     */
    public FieldSchema schema() {
        FieldSchema schema = schema(type);
        DocumentField said = field.getAnnotation(DocumentField.class);
        return said != null && said.required() ? schema.required() : schema;
    }

    private FieldSchema schema(Type declared) {
        Class<?> raw = raw(declared);
        if (EmbeddedTypes.isEmbeddable(raw)) {
            return FieldSchema.of(EmbeddedTypes.of(raw, access));
        } else if (!(declared instanceof ParameterizedType generic)) {
            return Schema.of(raw);
        } else if (isList(raw)) {
            return Schema.array(schema(generic.getActualTypeArguments()[0]));
        } else if (raw == Map.class) {
            requireTextAsKey(raw(generic.getActualTypeArguments()[0]));
            return Schema.map(schema(generic.getActualTypeArguments()[1]));
        }
        return Schema.of(raw);
    }

    private void requireTextAsKey(Class<?> key) {
        if (key != String.class && key != Object.class) {
            throw new MappingException("Cannot map " + this
                    + " into a document: the keys of a sub-document are text, and those of the map are " + key.getName()
                    + ". Declare a Map<String, …>.");
        }
    }

    @Override
    public String toString() {
        return owner.getName() + '.' + field.getName();
    }
}
