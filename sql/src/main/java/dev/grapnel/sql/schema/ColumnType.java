package dev.grapnel.sql.schema;

import org.jooq.DataType;

/**
 * How values of a class are kept in a column, in jOOQ's words: for types of a database that Java has no class for, and for what a JPA converter
 * cannot say. Given to the registry among the classes, it applies to all fields of exactly the type of its values.
 *
 * <pre>{@code
 * final class InetType implements ColumnType<Inet> {
 *     public DataType<Inet> dataType() {
 *         return new DefaultDataType<>(SQLDialect.POSTGRES, Object.class, "inet").asConvertedDataType(new InetBinding());
 *     }
 * }
 *
 * Registry registry = Registry.of(Host.class, InetType.class);
 * }</pre>
 *
 * <p>It needs a constructor without arguments. If its values are changed inside, the attribute has
 * {@link dev.grapnel.core.annotation.Mutable @Mutable}.
 *
 * @param <T> the type of the fields
 */
public interface ColumnType<T> {
    /**
     * The type of the column; asked once for each registry.
     *
     * @return a type whose values are those of the fields: a type of jOOQ, with a converter or a binding of jOOQ's if need be
     */
    DataType<T> dataType();
}
