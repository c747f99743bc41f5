package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.attribute.ColumnAttribute;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/** Conditions of steps over typed attributes, as the metamodel would have them. */
final class Where {
    private final Mapper mapper;

    Where(Mapper mapper) {
        this.mapper = mapper;
    }

    static Field<?> column(Mapper mapper, String attribute) {
        if (mapper.property(attribute) instanceof BasicProperty value) {
            return ColumnAttribute.of(mapper.type(), attribute, value.javaType());
        }
        throw new FormatException("Class " + mapper.type().getSimpleName() + " has no column for '" + attribute + "'.");
    }

    Condition[] all(JsonNode where) {
        List<Condition> conditions = new ArrayList<>();
        where.forEach(part -> conditions.add(one(column(mapper, part.path(0).asText()), part)));
        return conditions.toArray(Condition[]::new);
    }

    /** The conditions on a table under another name. */
    Condition[] in(Name table, JsonNode where) {
        List<Condition> conditions = new ArrayList<>();
        where.forEach(part -> {
            String attribute = part.path(0).asText();
            ColumnAttribute<?, ?> column = (ColumnAttribute<?, ?>) column(mapper, attribute);
            conditions.add(one(column.inTable(table), part));
        });
        return conditions.toArray(Condition[]::new);
    }

    @SuppressWarnings("unchecked") // scenarios compare with values of the attribute's type
    private static Condition one(Field<?> column, JsonNode part) {
        Field<@Nullable Object> field = (Field<@Nullable Object>) column;
        JsonNode value = part.path(2);
        return switch (part.path(1).asText()) {
            case "eq" -> field.eq(scalar(value));
            case "ne" -> field.ne(scalar(value));
            case "lt" -> field.lt(scalar(value));
            case "gt" -> field.gt(scalar(value));
            case "le" -> field.le(scalar(value));
            case "ge" -> field.ge(scalar(value));
            case "like" -> field.like(value.asText());
            case "in" -> field.in(scalars(value));
            case "is_null" -> field.isNull();
            case "not_null" -> field.isNotNull();
            default -> throw new NotSupportedException("condition " + part);
        };
    }

    private static @Nullable Object scalar(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isNumber() ? (Object) value.asInt() : value.asText();
    }

    private static List<@Nullable Object> scalars(JsonNode values) {
        List<@Nullable Object> scalars = new ArrayList<>();
        values.forEach(value -> scalars.add(scalar(value)));
        return scalars;
    }
}
