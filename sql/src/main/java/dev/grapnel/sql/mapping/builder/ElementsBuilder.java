package dev.grapnel.sql.mapping.builder;

import dev.grapnel.sql.mapping.annotation.WrittenElement;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import java.util.Map;
import java.util.function.Consumer;

/** Says how a collection of values is mapped; what is said about a column is about that of the values. */
public final class ElementsBuilder extends ColumnBuilder<ElementsBuilder> {
    ElementsBuilder(WrittenElement said) {
        super(said.with(ElementCollection.class));
    }

    /**
     * Names the class of the values; otherwise the type argument of the field tells.
     *
     * @param type of the values
     * @return this
     */
    public ElementsBuilder of(Class<?> type) {
        return say(ElementCollection.class, "targetClass", type);
    }

    /**
     * Says of which columns each value is made.
     *
     * @param type the class of the values
     * @param parts says which fields of that class are mapped, and how
     * @param <E> the class of the values
     * @return this
     */
    public <E> ElementsBuilder of(Class<E> type, Consumer<EmbeddedBuilder<E>> parts) {
        said.parts(AttributesBuilder.partsOf(type, parts));
        return of(type);
    }

    /**
     * Names the table of the values.
     *
     * @param name in the database
     * @return this
     */
    public ElementsBuilder table(String name) {
        return say(CollectionTable.class, "name", name);
    }

    /**
     * Puts that table into a schema.
     *
     * @param name of the schema
     * @return this
     */
    public ElementsBuilder tableInSchema(String name) {
        return say(CollectionTable.class, "schema", name);
    }

    /**
     * Names a column that refers to the owner; the next one if the owner has a key of several columns.
     *
     * @param name in the database
     * @return this
     */
    public ElementsBuilder ownerColumn(String name) {
        said.append(CollectionTable.class, "joinColumns", JoinColumn.class, Map.of("name", name));
        return this;
    }

    /**
     * Keeps the positions in a list.
     *
     * @param column that holds them
     * @return this
     */
    public ElementsBuilder position(String column) {
        return say(OrderColumn.class, "name", column);
    }

    /**
     * Names the column of the keys of a map.
     *
     * @param name in the database
     * @return this
     */
    public ElementsBuilder keyColumn(String name) {
        return say(MapKeyColumn.class, "name", name);
    }

    /**
     * Keeps keys that are enums by their names.
     *
     * @return this
     */
    public ElementsBuilder keysByName() {
        return say(MapKeyEnumerated.class, "value", EnumType.STRING);
    }

    /**
     * Keeps values that are enums by their names.
     *
     * @return this
     */
    public ElementsBuilder byName() {
        return say(Enumerated.class, "value", EnumType.STRING);
    }

    /**
     * Keeps each value as one of another type.
     *
     * @param converter between the two; it needs a constructor without arguments
     * @return this
     */
    public ElementsBuilder convert(Class<? extends AttributeConverter<?, ?>> converter) {
        return say(Convert.class, "converter", converter);
    }

    /**
     * Loads the values with their owner.
     *
     * @return this
     */
    public ElementsBuilder eager() {
        return say(ElementCollection.class, "fetch", FetchType.EAGER);
    }
}
