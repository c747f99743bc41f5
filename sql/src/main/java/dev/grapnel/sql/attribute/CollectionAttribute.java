package dev.grapnel.sql.attribute;

import dev.grapnel.sql.join.RelatedExists;
import dev.grapnel.sql.join.RelationshipPath;
import org.jooq.Condition;

/**
 * The references of an entity class to several objects of another: a target for attribute events, the name of a relationship to load or
 * join, and the way to conditions about the objects.
 *
 * <pre>{@code
 * session.query(Author.class).where(Author_.books.any(Book_.title.like("A%")))
 * session.query(Author.class).join(Author_.books).orderBy(Book_.title)
 * }</pre>
 *
 * @param <T> the class that has the attribute
 * @param <V> the class of its elements
 */
public final class CollectionAttribute<T, V> implements RelationshipAttribute<T, V> {
    private final Class<T> owner;
    private final Class<V> element;
    private final RelationshipPath path;

    private CollectionAttribute(Class<T> owner, Class<V> element, RelationshipPath path) {
        this.owner = owner;
        this.element = element;
        this.path = path;
    }

    /**
     * Names an attribute; called by generated code.
     *
     * @param owner the class that has the attribute
     * @param attribute its name
     * @param element the class of its elements
     * @param <T> the class that has the attribute
     * @param <V> the class of its elements
     * @return the constant; whether there is such an attribute shows when it is used
     */
    public static <T, V> CollectionAttribute<T, V> of(Class<T> owner, String attribute, Class<V> element) {
        return new CollectionAttribute<>(owner, element, RelationshipPath.of(owner, attribute, element));
    }

    @Override
    public Class<T> ownerType() {
        return owner;
    }

    @Override
    public String attributeName() {
        return path.attribute();
    }

    /** {@return the class of its elements} */
    public Class<V> elementType() {
        return element;
    }

    /** The same under another name, or with a condition. */
    CollectionAttribute<T, V> with(RelationshipPath changed) {
        return new CollectionAttribute<>(owner, element, changed);
    }

    @Override
    public RelationshipPath path() {
        return path;
    }

    // ---- how a statement uses it ----

    /**
     * Takes only elements of a subclass.
     *
     * @param subclass of the class of its elements
     * @param <S> the subclass
     * @return the collection of these, for joins and conditions
     */
    public <S extends V> CollectionAttribute<T, S> ofType(Class<S> subclass) {
        return new CollectionAttribute<>(owner, subclass, path.to(subclass, path.targetName()));
    }

    /**
     * Gives the elements another name in the statement.
     *
     * @param alias the class of the elements or a subclass, under that name
     * @param <S> the class
     * @return the collection of these, for joins and conditions
     */
    public <S extends V> CollectionAttribute<T, S> ofType(Aliased<S> alias) {
        return new CollectionAttribute<>(owner, alias.type(), path.to(alias.type(), alias.name()));
    }

    /**
     * Takes only elements for which a condition holds.
     *
     * @param condition on the element
     * @return the collection of these, for joins and conditions
     */
    public CollectionAttribute<T, V> and(Condition condition) {
        return with(path.and(condition));
    }

    // ---- conditions ----

    /**
     * Whether there is an element for which conditions hold. In them, attributes of its class mean this element.
     *
     * @param conditions that all have to hold for the same element; may be none
     * @return the condition
     */
    public Condition any(Condition... conditions) {
        return RelatedExists.of(path, conditions);
    }

    /**
     * Whether an object is among the elements.
     *
     * @param object with a primary key
     * @return the condition
     * @throws dev.grapnel.core.error.InvalidArgumentException if the object has no primary key yet
     */
    public Condition contains(V object) {
        return RelatedExists.of(path, (Object) object);
    }

    /** Whether there are no elements. */
    public Condition isEmpty() {
        return any().not();
    }

    /** Whether there are elements. */
    public Condition isNotEmpty() {
        return any();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
