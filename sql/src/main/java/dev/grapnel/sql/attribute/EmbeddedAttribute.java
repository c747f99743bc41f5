package dev.grapnel.sql.attribute;

import dev.grapnel.core.instrument.Attribute;

/**
 * An embedded value of an entity class: a target for events of the value as a whole, and the way to its parts, which are columns.
 *
 * <p>The metamodel processor generates a subclass for each embeddable class, with a field for each of its parts, and an instance for each
 * attribute that holds such a value. A part is an attribute of the entity, named by the path to it.
 *
 * <pre>{@code
 * public class Address_<T> extends EmbeddedAttribute<T, Address> {
 *   public final ColumnAttribute<T, String> city = part("city", String.class);
 *   public final Position_<T> position = new Position_<>(ownerType(), path("position"));
 *
 *   public Address_(Class<T> owner, String attribute) { super(owner, attribute, Address.class); }
 * }
 *
 * session.query(Customer.class).where(Customer_.home.city.eq("Bern").and(Customer_.home.position.latitude.gt(46.0)))
 * Events.on(Customer_.home).onSet(event -> …)
 * Events.on(Customer_.home.city).onSet(event -> …)
 * }</pre>
 *
 * @param <T> the entity class that has the attribute
 * @param <V> the embeddable class
 */
public class EmbeddedAttribute<T, V> implements Attribute<T, V> {
    private final Class<T> owner;
    private final String attribute;
    private final Class<V> type;

    /**
     * Names an attribute; called by generated code.
     *
     * @param owner the entity class that has the attribute
     * @param attribute its name; of a value within another with the path to it
     * @param type the embeddable class
     */
    public EmbeddedAttribute(Class<T> owner, String attribute, Class<V> type) {
        this.owner = owner;
        this.attribute = attribute;
        this.type = type;
    }

    /**
     * Names a part.
     *
     * @param field of the embeddable class
     * @param partType of its values; of a primitive its box
     * @param <P> of its values; of a primitive its box
     * @return the column of the part
     */
    protected final <P> ColumnAttribute<T, P> part(String field, Class<P> partType) {
        return ColumnAttribute.of(owner, path(field), partType);
    }

    /**
     * Names a part whose values are kept as those of another type.
     *
     * @param field of the embeddable class
     * @param partType of its values; of a primitive its box
     * @param <P> of its values; of a primitive its box
     * @return the column of the part
     */
    protected final <P> ColumnAttribute<T, P> convertedPart(String field, Class<P> partType) {
        return ColumnAttribute.converted(owner, path(field), partType);
    }

    /**
     * Names what a field of the value is for the entity.
     *
     * @param field of the embeddable class
     * @return the path to it
     */
    protected final String path(String field) {
        return attribute + '.' + field;
    }

    @Override
    public final Class<T> ownerType() {
        return owner;
    }

    @Override
    public final String attributeName() {
        return attribute;
    }

    /** {@return the embeddable class} */
    public final Class<V> valueType() {
        return type;
    }

    @Override
    public String toString() {
        return owner.getSimpleName() + '.' + attribute;
    }
}
