package dev.grapnel.sql.attribute;

import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.sql.join.EntityScope;
import dev.grapnel.sql.join.MappedClasses;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnTypes;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A plain value of an entity class, usable as a column in the whole of jOOQ and as a target for attribute events.
 *
 * <p>The metamodel processor generates one for each value. The name of the column is looked up when a statement is rendered, so the constant
 * may be made before the class is mapped, and serves one registry after the other.
 *
 * <pre>{@code
 * session.query(Contact.class).where(Contact_.name.eq("ed")).orderBy(Contact_.id)
 * Events.on(Contact_.phone).onSet(event -> …)
 * }</pre>
 *
 * @param <T> the class that has the attribute
 * @param <V> the type of the value; of a primitive its box
 */
public final class ColumnAttribute<T, V> extends CustomField<V> implements Attribute<T, V>, Structured, TypedColumn {
    private static final long serialVersionUID = 1L;

    private final Class<T> owner;
    private final String attribute;

    private ColumnAttribute(Class<T> owner, String attribute, DataType<V> type) {
        super(DSL.name(owner.getSimpleName(), attribute), type);
        this.owner = owner;
        this.attribute = attribute;
    }

    /**
     * Names an attribute; called by generated code.
     *
     * @param owner the class that has the attribute
     * @param attribute its name
     * @param type of the value; of a primitive its box
     * @param <T> the class that has the attribute
     * @param <V> the type of the value
     * @return the constant; whether there is such an attribute shows when it is used
     */
    public static <T, V> ColumnAttribute<T, V> of(Class<T> owner, String attribute, Class<V> type) {
        return new ColumnAttribute<>(owner, attribute, typeOf(owner, attribute, type));
    }

    /**
     * Names an attribute whose values are kept as those of another type; called by generated code.
     *
     * @param owner the class that has the attribute
     * @param attribute its name
     * @param type of the value; of a primitive its box
     * @param <T> the class that has the attribute
     * @param <V> the type of the value
     * @return the constant; how values are converted is looked up when they are written
     */
    public static <T, V> ColumnAttribute<T, V> converted(Class<T> owner, String attribute, Class<V> type) {
        return new ColumnAttribute<>(owner, attribute, LateBinding.typeOf(owner, attribute, type));
    }

    @SuppressWarnings("unchecked") // the known column type of a Java type holds its values
    private static <V> DataType<V> typeOf(Class<?> owner, String attribute, Class<V> type) {
        DataType<?> known = ColumnTypes.isUpToMapping(type) ? null : ColumnTypes.find(type);
        return known == null ? LateBinding.typeOf(owner, attribute, type) : (DataType<V>) known;
    }

    @Override
    public Class<T> ownerType() {
        return owner;
    }

    @Override
    public String attributeName() {
        return attribute;
    }

    /**
     * Where the class keeps the value; for a superclass without a table, where one of the classes below it does.
     *
     * @return the column
     * @throws dev.grapnel.core.error.UnmappedClassException if the class is not mapped
     * @throws dev.grapnel.core.error.InvalidArgumentException if the class has no such attribute, as after a change without generating anew
     */
    public MappedColumn mapped() {
        return MappedClasses.anyMapperOf(owner, this).column(attribute);
    }

    @Override
    public Column column() {
        return mapped().column();
    }

    /**
     * The same column in a table that a statement calls by another name.
     *
     * @param alias the other name of the table
     * @return the column there
     */
    public Field<V> inTable(Name alias) {
        return DSL.field(alias.append(mapped().column().name()), getDataType());
    }

    @Override
    public void accept(Context<?> context) {
        if (context.family() == SQLDialect.DEFAULT && MappedClasses.isSuperclass(owner)) {
            context.visit(DSL.name(owner.getSimpleName(), attribute)); // for messages, outside of a statement
            return;
        }
        EntityTables tables = EntityScope.tables(context, owner, this);
        context.visit(tables.field(columnOf(tables.mapper())));
    }

    /** The attribute of the very class in the statement, unless it is one of a class below. */
    private Column columnOf(TableMapper mapper) {
        return owner.isAssignableFrom(mapper.type()) && MappedClasses.isSuperclass(owner)
                ? mapper.column(attribute).column()
                : column();
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.token(owner).token(attribute);
    }

    // jOOQ compares and prints by rendering, for which the class would have to be mapped.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ColumnAttribute<?, ?> same
                ? owner == same.owner && attribute.equals(same.attribute)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public String toString() {
        return owner.getSimpleName() + '.' + attribute;
    }
}
