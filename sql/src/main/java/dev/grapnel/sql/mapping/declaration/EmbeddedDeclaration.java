package dev.grapnel.sql.mapping.declaration;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is written about a value that is made of several columns.
 *
 * @param name of the attribute; within another embedded value with the path to it, as {@code address.position}
 * @param field the name of the field in its own class
 * @param type the embeddable class or record
 * @param components values and further embedded values, in order; of a record all
 */
public record EmbeddedDeclaration(String name, String field, Class<?> type, List<Component> components)
        implements AttributeDeclaration {

    /**
     * One field of the embeddable class.
     *
     * @param field its name
     * @param attribute what is written about it
     */
    public record Component(String field, AttributeDeclaration attribute) {}

    @Override
    public EmbeddedDeclaration in(Map<String, String> columns) {
        List<Component> placed = components.stream()
                .map(component -> new Component(component.field, component.attribute.in(columns)))
                .toList();
        return new EmbeddedDeclaration(name, field, type, placed);
    }

    /** The values it is made of, through all levels. */
    public Stream<ValueDeclaration> parts() {
        return components.stream()
                .flatMap(component -> component.attribute() instanceof EmbeddedDeclaration nested
                        ? nested.parts()
                        : Stream.of((ValueDeclaration) component.attribute()));
    }
}
