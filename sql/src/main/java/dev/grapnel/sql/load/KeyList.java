package dev.grapnel.sql.load;

import dev.grapnel.sql.array.KeyArray;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.dialect.KeyArrays;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.Placeholders;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.RowN;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Up to {@value #MOST} keys that rows of one statement may have.
 *
 * <p>Where the database takes an array for a parameter, the text of the statement is the same for any number of keys. Elsewhere it lists them, and
 * the last one is repeated until there is a power of two of them, so that there are few texts.
 */
final class KeyList implements WantedKeys {
    static final int MOST = 500;

    private static final String WANTED = "wanted";
    private static final String WANTED_KEY = "wanted_key";

    private final List<Column> columns;
    private final List<?> keys;
    private final KeyArrays arrays;

    private KeyList(List<Column> columns, List<?> keys, KeyArrays arrays) {
        this.columns = columns;
        this.keys = keys;
        this.arrays = arrays;
    }

    /**
     * Keys for a statement.
     *
     * @param dialect of the database
     * @param columns that are compared
     * @param keys at least one: the values of the column, or lists of values if there are several columns
     * @return the list
     */
    static KeyList of(Dialect dialect, List<Column> columns, List<?> keys) {
        return new KeyList(columns, keys, KeyArray.fits(columns) ? dialect.keyArrays() : KeyArrays.NONE);
    }

    /** How many keys the text has places for; zero if it has one place for all of them. Equal for equal texts. */
    @Override
    public int places() {
        return arrays == KeyArrays.NONE ? Math.min(MOST, Integer.highestOneBit(2 * keys.size() - 1)) : 0;
    }

    @Override
    public KeyFilter withPlaceholders() {
        return arrays == KeyArrays.NONE
                ? isIn((key, part) -> Placeholders.of(columns.get(part), key * columns.size() + part))
                : isOf(Placeholders.of(arrayType(), 0));
    }

    /** One for all of them, or one for each part of each. */
    @Override
    public List<Param<Object>> values() {
        if (arrays != KeyArrays.NONE) {
            return List.of(DSL.val(array(), arrayType()));
        }
        List<Param<Object>> values = new ArrayList<>(places() * columns.size());
        for (int at = 0; at < places() * columns.size(); at++) {
            values.add(valueOf(at / columns.size(), at % columns.size()));
        }
        return values;
    }

    @Override
    public KeyFilter filter(List<Param<Object>> values) {
        return arrays == KeyArrays.NONE
                ? isIn((key, part) -> values.get(key * columns.size() + part))
                : isOf(values.get(0));
    }

    @Override
    public @Nullable Object[] parameters() {
        if (arrays != KeyArrays.NONE) {
            return new Object[] {array()};
        }
        @Nullable Object[] parameters = new Object[places() * columns.size()];
        for (int at = 0; at < parameters.length; at++) {
            parameters[at] = value(at / columns.size(), at % columns.size());
        }
        return parameters;
    }

    private @Nullable Object value(int key, int part) {
        Object values = keys.get(Math.min(key, keys.size() - 1));
        return columns.size() == 1 ? values : ((List<?>) values).get(part);
    }

    @SuppressWarnings("unchecked") // a value of the column's own type
    private Param<Object> valueOf(int key, int part) {
        return (Param<Object>) DSL.val(value(key, part), columns.get(part).dataType());
    }

    // ---- one array ----

    private DataType<Object> arrayType() {
        return KeyArray.type(columns.get(0));
    }

    private Object array() {
        return KeyArray.of(columns.get(0), keys);
    }

    @SuppressWarnings("unchecked") // a parameter of the column's own type
    private KeyFilter isOf(Param<Object> array) {
        Field<Object> column = columns.get(0).field();
        if (arrays == KeyArrays.SELECTED) {
            return KeyFilter.of(column.in(DSL.select(DSL.field("unnest({0})", column.getDataType(), array))));
        }
        Table<?> wanted = DSL.unnest(array).as(WANTED, WANTED_KEY);
        return new KeyFilter(wanted, column.eq(DSL.field(DSL.name(WANTED, WANTED_KEY), column.getDataType())));
    }

    // ---- a list ----

    /** The value at a place: of which key, and which part of it. */
    private interface Values {
        Field<Object> at(int key, int part);
    }

    private KeyFilter isIn(Values values) {
        int count = places();
        if (columns.size() == 1) {
            List<Field<Object>> listed = new ArrayList<>(count);
            for (int key = 0; key < count; key++) {
                listed.add(values.at(key, 0));
            }
            return KeyFilter.of(columns.get(0).field().in(listed));
        }
        List<RowN> rows = new ArrayList<>(count);
        for (int key = 0; key < count; key++) {
            Field<?>[] parts = new Field<?>[columns.size()];
            for (int part = 0; part < parts.length; part++) {
                parts[part] = values.at(key, part);
            }
            rows.add(DSL.row(parts));
        }
        return KeyFilter.of(DSL.row(columns.stream().map(Column::field).toArray(Field<?>[]::new))
                .in(rows));
    }
}
