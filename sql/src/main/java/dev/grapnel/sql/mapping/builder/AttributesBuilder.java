package dev.grapnel.sql.mapping.builder;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.sql.mapping.annotation.WrittenElement;
import dev.grapnel.sql.mapping.annotation.WrittenField;
import jakarta.persistence.Embedded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Says which fields of a class are mapped as values: an entity class, or one that is embedded. Fields that are not named are not persistent.
 *
 * @param <T> the class
 */
public abstract class AttributesBuilder<T> {
    private final Class<?> type;
    private final Map<String, WrittenElement> fields = new LinkedHashMap<>();

    AttributesBuilder(Class<?> type) {
        this.type = type;
    }

    /** Begins with what is said about a field. */
    final WrittenElement field(String name) {
        WrittenElement said = new WrittenElement();
        if (fields.put(name, said) != null) {
            throw new MappingException("Cannot map field " + type.getName() + '.' + name
                    + ": the program maps it twice. Say all of it in one place.");
        }
        return said;
    }

    final List<WrittenField> fields() {
        List<WrittenField> all = new ArrayList<>();
        fields.forEach((name, said) -> all.add(new WrittenField(name, said)));
        return all;
    }

    final Class<?> type() {
        return type;
    }

    // ---- plain values ----

    /**
     * Maps a plain value, by its name.
     *
     * @param field its name
     * @return for saying more
     */
    public final ValueBuilder<Object> value(String field) {
        return new ValueBuilder<>(field(field));
    }

    /**
     * Maps a plain value, by its name and type, so that more can be said about it.
     *
     * @param field its name
     * @param type its type
     * @param <V> its type
     * @return for saying more
     */
    public final <V> ValueBuilder<V> value(String field, Class<V> type) {
        return new ValueBuilder<>(field(field));
    }

    /**
     * Maps a plain value.
     *
     * @param attribute that stands for it
     * @param <V> its type
     * @return for saying more
     */
    public final <V> ValueBuilder<V> value(Attribute<? super T, V> attribute) {
        return new ValueBuilder<>(field(FieldName.of(attribute)));
    }

    /**
     * Maps a plain value, by its getter.
     *
     * @param getter as {@code Contact::getName}; the field is called like the property
     * @param <V> its type
     * @return for saying more
     */
    public final <V> ValueBuilder<V> value(Getter<T, V> getter) {
        return new ValueBuilder<>(field(FieldName.of(getter)));
    }

    // ---- embedded values ----

    /**
     * Maps a value of several columns whose class says by its annotations which.
     *
     * @param field its name
     */
    public final void embedded(String field) {
        field(field).with(Embedded.class);
    }

    /**
     * Maps a value of several columns, of any class or record.
     *
     * @param field its name
     * @param embeddable its class
     * @param parts says which fields of that class are mapped, and how; of a record all
     * @param <E> its class
     */
    public final <E> void embedded(String field, Class<E> embeddable, Consumer<EmbeddedBuilder<E>> parts) {
        embed(field(field), embeddable, parts);
    }

    /**
     * Maps a value of several columns, of any class or record.
     *
     * @param attribute that stands for it
     * @param embeddable its class
     * @param parts says which fields of that class are mapped, and how; of a record all
     * @param <E> its class
     */
    public final <E> void embedded(
            Attribute<? super T, E> attribute, Class<E> embeddable, Consumer<EmbeddedBuilder<E>> parts) {
        embed(field(FieldName.of(attribute)), embeddable, parts);
    }

    /**
     * Maps a value of several columns, of any class or record.
     *
     * @param getter that stands for it
     * @param embeddable its class
     * @param parts says which fields of that class are mapped, and how; of a record all
     * @param <E> its class
     */
    public final <E> void embedded(Getter<T, E> getter, Class<E> embeddable, Consumer<EmbeddedBuilder<E>> parts) {
        embed(field(FieldName.of(getter)), embeddable, parts);
    }

    private static <E> void embed(WrittenElement said, Class<E> embeddable, Consumer<EmbeddedBuilder<E>> parts) {
        said.with(Embedded.class).parts(partsOf(embeddable, parts));
    }

    static <E> List<WrittenField> partsOf(Class<E> embeddable, Consumer<EmbeddedBuilder<E>> parts) {
        EmbeddedBuilder<E> builder = new EmbeddedBuilder<>(embeddable);
        parts.accept(builder);
        return builder.fields();
    }
}
