package dev.grapnel.sql.query;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.attribute.TypedColumn;
import dev.grapnel.sql.join.Joined;
import dev.grapnel.sql.join.RelatedJoin;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** The order of a list that is read by pages: what the query says, and then the primary key, so that no two rows are equal. */
final class PageOrder {
    private final TableMapper mapper;
    private final List<Part> parts = new ArrayList<>();

    /**
     * One field of the order.
     *
     * @param name for messages and tokens
     * @param field the field
     * @param type of its values
     * @param descending whether greater ones come first
     * @param nulls where nulls stand, or null if there are none
     */
    private record Part(
            String name,
            Field<Object> field,
            DataType<Object> type,
            boolean descending,
            QOM.@Nullable NullOrdering nulls) {
        private boolean nullsAreLast() {
            return nulls == QOM.NullOrdering.NULLS_LAST;
        }

        Condition behind(@Nullable Object value) {
            if (value == null) {
                return nullsAreLast() ? DSL.falseCondition() : field.isNotNull();
            }
            Field<Object> last = DSL.val(value, type);
            Condition behind = descending ? field.lt(last) : field.gt(last);
            return nullsAreLast() ? behind.or(field.isNull()) : behind;
        }

        Condition at(@Nullable Object value) {
            return value == null ? field.isNull() : field.eq(DSL.val(value, type));
        }

        OrderField<?> order() {
            SortField<Object> sort = descending ? field.desc() : field.asc();
            if (nulls == null) {
                return sort;
            }
            return nullsAreLast() ? sort.nullsLast() : sort.nullsFirst();
        }

        @Override
        public String toString() {
            boolean usual = nulls == null || nullsAreLast() != descending;
            return name + (descending ? " desc" : "") + (usual ? "" : nullsAreLast() ? " nulls last" : " nulls first");
        }
    }

    /**
     * The order of a query's pages.
     *
     * @param mapper of its class
     * @param clauses what it says
     * @param size of a page
     * @return the order
     * @throws InvalidArgumentException if the size is not positive
     * @throws InvalidRequestException if the query cannot be read by pages
     */
    static PageOrder of(TableMapper mapper, Clauses clauses, int size) {
        String what = "Cannot read pages of " + mapper.type().getSimpleName() + ": ";
        if (size < 1) {
            throw new InvalidArgumentException(
                    what + "a page of " + size + " objects leads nowhere. Give a number above 0.");
        }
        if (!clauses.range().isAll()) {
            throw new InvalidRequestException(what + "the query has a limit or an offset. Leave them to the pages.");
        }
        for (Joined join : clauses.joins()) {
            if (join instanceof RelatedJoin related
                    && related.path().relationship().isCollection()) {
                throw new InvalidRequestException(what + "the query joins collection " + join
                        + ", so an object could be on several pages. Ask about it with any(…) instead.");
            }
        }
        return new PageOrder(mapper, clauses.order());
    }

    private PageOrder(TableMapper mapper, List<OrderField<?>> order) {
        this.mapper = mapper;
        List<Column> ordered = new ArrayList<>();
        for (OrderField<?> one : order) {
            Part part = part(one);
            parts.add(part);
            if (part.field instanceof ColumnAttribute<?, ?> attribute) {
                ordered.add(attribute.column());
            }
        }
        for (MappedColumn key : mapper.keyColumns(mapper.tables().get(0))) {
            if (!ordered.contains(key.column())) {
                Column column = key.column();
                parts.add(part(column.toString(), column.field(), column.dataType(), false, null));
            }
        }
    }

    private Part part(OrderField<?> order) {
        if (order instanceof SortField<?> sort) {
            return part(sort.$field(), sort.getOrder() == SortOrder.DESC, sort.$nullOrdering());
        }
        return part((Field<?>) order, false, null);
    }

    /** Nulls count as greater than all values, wherever the database would have them. */
    private Part part(Field<?> field, boolean descending, QOM.@Nullable NullOrdering said) {
        QOM.NullOrdering usual = descending ? QOM.NullOrdering.NULLS_FIRST : QOM.NullOrdering.NULLS_LAST;
        QOM.NullOrdering nulls = isNeverNull(field) ? null : said == null ? usual : said;
        return field instanceof TypedColumn typed
                ? part(typed.column().toString(), field, typed.column().dataType(), descending, nulls)
                : part(field.getName(), field, field.getDataType(), descending, nulls);
    }

    /** What a join brings may be null whatever its column. */
    private boolean isNeverNull(Field<?> field) {
        return field instanceof ColumnAttribute<?, ?> attribute
                && attribute.ownerType().isAssignableFrom(mapper.type())
                && (attribute.column().isPrimaryKey() || !attribute.column().isNullable());
    }

    @SuppressWarnings("unchecked") // a field has values of its type
    private static Part part(
            String name, Field<?> field, DataType<?> type, boolean descending, QOM.@Nullable NullOrdering nulls) {
        return new Part(name, (Field<Object>) field, (DataType<Object>) type, descending, nulls);
    }

    /** The fields, to be selected. */
    List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>();
        parts.forEach(part -> fields.add(part.field));
        return fields;
    }

    /** The types of the fields. */
    List<DataType<?>> types() {
        List<DataType<?>> types = new ArrayList<>();
        parts.forEach(part -> types.add(part.type));
        return types;
    }

    OrderField<?>[] order() {
        return parts.stream().map(Part::order).toArray(OrderField<?>[]::new);
    }

    // ---- the place between two rows ----

    /** The token for the place behind a row. */
    String token(@Nullable Object[] values) {
        List<@Nullable String> texts = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            Object value = values[at];
            texts.add(value == null ? null : String.valueOf(stored(parts.get(at).type, value)));
        }
        return new PageToken(parts.toString(), texts).encoded();
    }

    private static @Nullable Object stored(DataType<Object> type, Object value) {
        return type.getConverter().to(value);
    }

    /**
     * The condition for what comes behind a place.
     *
     * @param token of the place
     * @return the condition
     * @throws InvalidArgumentException if it is no token of this order
     */
    Condition behind(String token) {
        List<@Nullable String> texts =
                PageToken.decoded(token, parts.toString()).values();
        if (texts.size() != parts.size()) {
            throw PageToken.wrong(token, "it is no token of a page", null);
        }
        Condition behind = DSL.noCondition();
        for (int at = parts.size() - 1; at >= 0; at--) {
            String text = texts.get(at);
            Object value = text == null ? null : value(parts.get(at).type, text, token);
            Condition further = parts.get(at).behind(value);
            behind = at == parts.size() - 1
                    ? further
                    : further.or(parts.get(at).at(value).and(behind));
        }
        return behind;
    }

    private static Object value(DataType<Object> type, String text, String token) {
        try {
            Converter<Object, Object> converter = storedConverter(type);
            Object stored = DefaultDataType.getDataType(SQLDialect.DEFAULT, converter.fromType())
                    .convert(text);
            return java.util.Objects.requireNonNull(converter.from(stored));
        } catch (DataTypeException | IllegalArgumentException | NullPointerException failure) {
            throw PageToken.wrong(
                    token, "'" + text + "' is no " + type.getType().getSimpleName(), failure);
        }
    }

    @SuppressWarnings("unchecked") // the converter of a type gives values of that type
    private static Converter<Object, Object> storedConverter(DataType<Object> type) {
        return (Converter<Object, Object>) type.getConverter();
    }
}
