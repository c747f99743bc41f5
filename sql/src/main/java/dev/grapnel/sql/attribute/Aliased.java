package dev.grapnel.sql.attribute;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.sql.join.MappedClasses;
import dev.grapnel.sql.join.RelationshipPath;
import dev.grapnel.sql.mapping.EntityTables;
import org.jooq.Field;

/**
 * An entity class under a name of its own in a statement, so that it can be there twice, or next to itself. Immutable.
 *
 * <pre>{@code
 * Aliased<Employee> boss = Aliased.of(Employee.class, "boss");
 * session.query(Employee.class)
 *     .join(Employee_.manager, boss)
 *     .where(boss.get(Employee_.name).eq("Ed"))
 *     .list();
 * }</pre>
 *
 * @param <T> the class
 */
public final class Aliased<T> {
    private final Class<T> type;
    private final String name;

    private Aliased(Class<T> type, String name) {
        this.type = type;
        this.name = name;
    }

    /**
     * Names a class.
     *
     * @param type the class
     * @param name its name in the statement; no other table there has it
     * @param <T> the class
     * @return the class under that name; whether it is mapped shows when it is used
     * @throws InvalidArgumentException if the name is empty
     */
    public static <T> Aliased<T> of(Class<T> type, String name) {
        if (name.isBlank()) {
            throw new InvalidArgumentException("Cannot give " + type.getSimpleName()
                    + " an empty name in a statement. Give it one that no table there has.");
        }
        return new Aliased<>(type, name);
    }

    /** {@return the class} */
    public Class<T> type() {
        return type;
    }

    /** {@return its name in the statement} */
    public String name() {
        return name;
    }

    /**
     * A value of the class under this name.
     *
     * @param attribute of the class or a superclass
     * @param <V> the type of the value
     * @return its column, for conditions, orders and {@code select}
     */
    public <V> Field<V> get(ColumnAttribute<? super T, V> attribute) {
        return new AliasedColumn<>(this, attribute);
    }

    /**
     * A reference of the class under this name.
     *
     * @param attribute of the class or a superclass
     * @param <V> the class it refers to
     * @return the reference, for joins and conditions
     */
    public <V> ReferenceAttribute<?, V> get(ReferenceAttribute<? super T, V> attribute) {
        return attribute.with(path(attribute));
    }

    /**
     * A collection of the class under this name.
     *
     * @param attribute of the class or a superclass
     * @param <V> the class of its elements
     * @return the collection, for joins and conditions
     */
    public <V> CollectionAttribute<?, V> get(CollectionAttribute<? super T, V> attribute) {
        return attribute.with(path(attribute));
    }

    private RelationshipPath path(RelationshipAttribute<?, ?> attribute) {
        return attribute.path().from(name);
    }

    EntityTables tables() {
        return EntityTables.of(MappedClasses.mapperOf(type, this), name);
    }

    @Override
    public String toString() {
        return type.getSimpleName() + " as " + name;
    }
}
