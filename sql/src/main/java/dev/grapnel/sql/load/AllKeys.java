package dev.grapnel.sql.load;

import dev.grapnel.sql.schema.Column;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * All keys that there are: rows have any of them, but have one.
 *
 * @param columns of the key
 */
record AllKeys(List<Column> columns) implements WantedKeys {
    /** Lists of keys have zero places or more. */
    private static final int OF_ALL = -1;

    @Override
    public int places() {
        return OF_ALL;
    }

    @Override
    public KeyFilter withPlaceholders() {
        Condition present = DSL.noCondition();
        for (Column column : columns) {
            if (column.isNullable()) {
                present = present.and(column.field().isNotNull());
            }
        }
        return KeyFilter.of(present);
    }

    @Override
    public List<Param<Object>> values() {
        return List.of();
    }

    @Override
    public KeyFilter filter(List<Param<Object>> values) {
        return withPlaceholders();
    }

    @Override
    public @Nullable Object[] parameters() {
        return new Object[0];
    }
}
