package dev.grapnel.sql.attribute;

import dev.grapnel.sql.join.RelatedExists;
import dev.grapnel.sql.join.RelatedIs;
import dev.grapnel.sql.join.RelationshipPath;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A reference of an entity class to one object of another: a target for attribute events, the name of a relationship to load or join, and
 * the way to conditions about the object.
 *
 * <pre>{@code
 * session.query(Book.class).where(Book_.author.has(Author_.country.eq("uk")))
 * session.query(Book.class).join(Book_.author).orderBy(Author_.name)
 * }</pre>
 *
 * @param <T> the class that has the attribute
 * @param <V> the class it refers to
 */
public final class ReferenceAttribute<T, V> implements RelationshipAttribute<T, V> {
    private final Class<T> owner;
    private final Class<V> target;
    private final RelationshipPath path;

    private ReferenceAttribute(Class<T> owner, Class<V> target, RelationshipPath path) {
        this.owner = owner;
        this.target = target;
        this.path = path;
    }

    /**
     * Names an attribute; called by generated code.
     *
     * @param owner the class that has the attribute
     * @param attribute its name
     * @param target the class it refers to
     * @param <T> the class that has the attribute
     * @param <V> the class it refers to
     * @return the constant; whether there is such an attribute shows when it is used
     */
    public static <T, V> ReferenceAttribute<T, V> of(Class<T> owner, String attribute, Class<V> target) {
        return new ReferenceAttribute<>(owner, target, RelationshipPath.of(owner, attribute, target));
    }

    @Override
    public Class<T> ownerType() {
        return owner;
    }

    @Override
    public String attributeName() {
        return path.attribute();
    }

    /** {@return the class it refers to} */
    public Class<V> targetType() {
        return target;
    }

    /** The same under another name, or with a condition. */
    ReferenceAttribute<T, V> with(RelationshipPath changed) {
        return new ReferenceAttribute<>(owner, target, changed);
    }

    @Override
    public RelationshipPath path() {
        return path;
    }

    // ---- how a statement uses it ----

    /**
     * Takes only referred objects of a subclass.
     *
     * @param subclass of the class it refers to
     * @param <S> the subclass
     * @return the reference to these, for joins and conditions
     */
    public <S extends V> ReferenceAttribute<T, S> ofType(Class<S> subclass) {
        return new ReferenceAttribute<>(owner, subclass, path.to(subclass, path.targetName()));
    }

    /**
     * Gives the referred objects another name in the statement.
     *
     * @param alias the class it refers to or a subclass, under that name
     * @param <S> the class
     * @return the reference to these, for joins and conditions
     */
    public <S extends V> ReferenceAttribute<T, S> ofType(Aliased<S> alias) {
        return new ReferenceAttribute<>(owner, alias.type(), path.to(alias.type(), alias.name()));
    }

    /**
     * Takes only referred objects for which a condition holds.
     *
     * @param condition on the referred object
     * @return the reference to these, for joins and conditions
     */
    public ReferenceAttribute<T, V> and(Condition condition) {
        return with(path.and(condition));
    }

    // ---- conditions ----

    /**
     * Whether there is a referred object for which conditions hold. In them, attributes of its class mean this object.
     *
     * @param conditions that all have to hold; may be none
     * @return the condition
     */
    public Condition has(Condition... conditions) {
        return RelatedExists.of(path, conditions);
    }

    /**
     * Whether it refers to an object.
     *
     * @param object with a primary key, or null for no object
     * @return the condition
     * @throws dev.grapnel.core.error.InvalidArgumentException if the object has no primary key yet
     */
    public Condition eq(@Nullable V object) {
        return RelatedIs.of(path, object);
    }

    /**
     * Whether it refers to another object than one, or to none.
     *
     * @param object with a primary key, or null for no object
     * @return the condition; of null, that it refers to any
     * @throws dev.grapnel.core.error.InvalidArgumentException if the object has no primary key yet
     */
    public Condition ne(@Nullable V object) {
        Condition other = RelatedIs.of(path, object).not();
        return object == null ? other : other.or(isNull());
    }

    /** Whether it refers to no object. */
    public Condition isNull() {
        return eq(null);
    }

    /** Whether it refers to any object. */
    public Condition isNotNull() {
        return ne(null);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
