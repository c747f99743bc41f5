package dev.grapnel.sql.mapping.declaration;

import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.sql.schema.KeyBlocks;
import java.lang.invoke.MethodType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written about a plain value.
 *
 * @param name of the attribute
 * @param javaType of the field
 * @param role what the value is for
 * @param column where it is kept
 * @param settings how it is loaded and what it is when it was never set
 * @param keys what the keys of new rows are taken from, or null
 */
public record ValueDeclaration(
        String name,
        Class<?> javaType,
        Role role,
        ColumnDeclaration column,
        BasicProperty.Settings settings,
        @Nullable KeyBlocks keys)
        implements AttributeDeclaration {

    /** What a value is for. */
    public enum Role {
        /** Data. */
        DATA,
        /** A part of the primary key, which the program gives. */
        KEY,
        /** The primary key, which the database gives. */
        GENERATED_KEY,
        /** The version counter. */
        VERSION
    }

    @Override
    public ValueDeclaration in(Map<String, String> columns) {
        String other = columns.get(name);
        return other == null ? this : in(other);
    }

    private ValueDeclaration in(String columnName) {
        return new ValueDeclaration(name, javaType, role, column.named(columnName), settings, keys);
    }

    /** The class of objects that stand for values of a primitive type; of another type that type itself. */
    public static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** Whether it is a part of the primary key. */
    public boolean isKey() {
        return role == Role.KEY || role == Role.GENERATED_KEY;
    }
}
