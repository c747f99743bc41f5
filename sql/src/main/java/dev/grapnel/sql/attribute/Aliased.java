package dev.grapnel.sql.attribute;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.sql.join.EntityScope;
import dev.grapnel.sql.join.MappedClasses;
import dev.grapnel.sql.join.RelationshipPath;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.List;
import java.util.Objects;
import org.jooq.Context;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

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
 * <p>It is a field, too: what is selected by it are objects ({@code query.select(boss, Employee_.name)}), and elsewhere in a statement it
 * stands for their key ({@code DSL.countDistinct(boss)}).
 *
 * @param <T> the class
 */
public final class Aliased<T> extends CustomField<T> implements Structured {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final @Nullable String name;

    private Aliased(Class<T> type, @Nullable String name) {
        super(DSL.name(name == null ? type.getSimpleName() : name), dataType(type));
        this.type = type;
        this.name = name;
    }

    private static <T> DataType<T> dataType(Class<T> type) {
        return SQLDataType.OTHER.asConvertedDataType(
                Converter.ofNullable(Object.class, type, type::cast, object -> object));
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

    /**
     * A class under its own name, to select objects of it.
     *
     * @param type the class that is queried, or one that is joined under its own name
     * @param <T> the class
     * @return the class
     */
    public static <T> Aliased<T> own(Class<T> type) {
        return new Aliased<>(type, null);
    }

    /** {@return the class} */
    public Class<T> type() {
        return type;
    }

    /** {@return its name in the statement, or null if it is its own} */
    public @Nullable String name() {
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
        return name == null ? attribute.path() : attribute.path().from(name);
    }

    /**
     * Its tables in the statement.
     *
     * @return the tables
     * @throws dev.grapnel.core.error.UnmappedClassException if the class is not mapped
     */
    public EntityTables tables() {
        return EntityTables.of(MappedClasses.mapperOf(type, this), name);
    }

    @Override
    public void accept(Context<?> context) {
        EntityTables tables = tables();
        EntityTables meant = name == null ? EntityScope.tables(context, tables.mapper()) : tables;
        List<Field<?>> key = meant.keyFields();
        if (key.size() != 1) {
            throw new InvalidArgumentException("Cannot use " + this + " as a value of a statement: its key has "
                    + key.size() + " parts. Use its attributes, by get(…).");
        }
        context.visit(key.get(0));
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.token(type).token(name == null ? "" : name);
    }

    // jOOQ compares by rendering, for which the class would have to be mapped.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Aliased<?> same && type == same.type && Objects.equals(name, same.name);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Objects.hashCode(name);
    }

    @Override
    public String toString() {
        return name == null ? type.getSimpleName() : type.getSimpleName() + " as " + name;
    }
}
