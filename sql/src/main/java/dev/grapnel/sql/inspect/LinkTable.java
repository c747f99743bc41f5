package dev.grapnel.sql.inspect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** A table that is nothing but pairs of keys of two others. */
record LinkTable(Table<?> table, ForeignKey<?, ?> toOwner, ForeignKey<?, ?> toOther) {

    static @Nullable LinkTable of(Table<?> table) {
        List<? extends ForeignKey<?, ?>> keys = table.getReferences();
        if (keys.size() != 2) {
            return null;
        }
        Set<Field<?>> linked = new HashSet<>(keys.get(0).getFields());
        linked.addAll(keys.get(1).getFields());
        return linked.size() == table.fields().length ? new LinkTable(table, keys.get(0), keys.get(1)) : null;
    }

    Table<?> owner() {
        return toOwner.getKey().getTable();
    }
}
