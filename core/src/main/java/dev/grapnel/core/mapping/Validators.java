package dev.grapnel.core.mapping;

import dev.grapnel.core.annotation.Validates;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.core.instrument.method.MarkedMethods;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The validators of one mapped class, one for each attribute at most (rule A-43): its methods with {@link Validates}, and those added here.
 *
 * <p>The methods of superclasses count, mapped or not. A subclass may validate what it inherits; its own validator then stands in place of
 * one that was added to the mapper of the superclass.
 */
public final class Validators {
    private final Mapper mapper;
    private final Map<String, Validator<Object, Object>> byAttribute = new LinkedHashMap<>();

    Validators(Mapper mapper) {
        this.mapper = mapper;
    }

    /** Reads the annotated methods; called once, when the attributes are known. */
    void read() {
        for (Method method : MarkedMethods.of(mapper.type(), marked -> marked.isAnnotationPresent(Validates.class))) {
            bind(method);
        }
    }

    private void bind(Method method) {
        Set<String> names = new LinkedHashSet<>(List.of(
                Objects.requireNonNull(method.getAnnotation(Validates.class)).value()));
        if (names.isEmpty()) {
            throw MarkedMethods.wrong(method, "@Validates names no attribute. Name one, or leave the annotation out.");
        }
        for (String name : names) {
            Property property = mapper.property(name);
            if (property == null) {
                throw MarkedMethods.wrong(
                        method,
                        "@Validates names '" + name + "', and class "
                                + mapper.type().getName() + " has no attribute of that name."
                                + ClosestName.hint(name, attributeNames()));
            }
            put(name, ValidatorMethod.of(mapper.manager().enhancedType(), method, name, valueType(property)));
        }
    }

    /** Without those that no field declares. */
    private List<String> attributeNames() {
        return mapper.properties().stream()
                .map(Property::name)
                .filter(name -> name.indexOf('#') < 0)
                .toList();
    }

    private static Class<?> valueType(Property property) {
        if (property instanceof Relationship relationship) {
            return relationship.targetType();
        }
        if (property instanceof ElementProperty elements) {
            return elements.elementType();
        }
        return property instanceof EmbeddedProperty embedded
                ? embedded.shape().type()
                : ((BasicProperty) property).javaType();
    }

    /**
     * Adds a validator for a class that has none of its own for the attribute. Call it before the mapper is configured, as in a listener to
     * {@code after_mapper_constructed}; later, listen to the attribute.
     *
     * @param attribute of the class, own or inherited
     * @param validator called as a listener to the attribute, in the place that rule A-38 gives it
     * @param <T> the class of the object
     * @param <V> the type of the value, or of one element of a collection
     * @throws MappingException if the attribute has a validator already, or the mapper is configured
     * @throws InvalidArgumentException if the class has no such attribute; names the closest
     */
    @SuppressWarnings("unchecked") // the attribute has objects and values of these types
    public <T, V> void add(Attribute<T, V> attribute, Validator<? super T, V> validator) {
        String name = attribute.attributeName();
        mapper.manager().tracker(name);
        if (mapper.isConfigured()) {
            throw new MappingException(
                    "Cannot add a validator for attribute '" + name + "' of "
                            + mapper.type().getName()
                            + ": its mapper is configured. Add it before the first object of the class is made, or listen to the attribute.");
        }
        put(name, (Validator<Object, Object>) (Validator<?, ?>) validator);
    }

    private void put(String name, Validator<Object, Object> validator) {
        Validator<Object, Object> other = byAttribute.putIfAbsent(name, validator);
        if (other != null) {
            throw new MappingException(
                    "Cannot map validator " + validator + ": attribute '" + name + "' of "
                            + mapper.type().getName() + " is validated by " + other
                            + " already, and may have one validator. Make them one, or listen to the attribute for the second.");
        }
    }

    /** The validator of an attribute, or null. */
    @Nullable Validator<Object, Object> find(String attribute) {
        for (Mapper at = mapper; at != null; at = at.parent()) {
            Validator<Object, Object> found = at.validators().byAttribute.get(attribute);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
