package dev.grapnel.sql.persist;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.KeyBlocks;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives new objects the keys of a sequence or counter before their rows are inserted: all objects of a batch with one statement. */
final class SequenceKeys {
    private final StatementCache texts;
    private final StatementRunner runner;

    SequenceKeys(StatementCache texts, StatementRunner runner) {
        this.texts = texts;
        this.runner = runner;
    }

    void assign(Table table, List<SaveItem> items) {
        for (Column column : table.primaryKey()) {
            KeyBlocks blocks = column.keys();
            if (blocks != null) {
                assign(column, blocks, items);
            }
        }
    }

    private void assign(Column column, KeyBlocks blocks, List<SaveItem> items) {
        List<SaveItem> lacking = new ArrayList<>(items.size());
        MappedColumn key = null;
        for (SaveItem item : items) {
            key = attribute(item, column, key);
            if (lacks(item.state(), key)) {
                lacking.add(item);
            }
        }
        if (lacking.isEmpty()) {
            return;
        }
        long[] keys = texts.keys().take(blocks, runner, lacking.size());
        for (int at = 0; at < keys.length; at++) {
            SaveItem item = lacking.get(at);
            key = attribute(item, column, key);
            key.tracker().storeQuietly(item.state(), ofType(column, keys[at]));
        }
    }

    private static Object ofType(Column column, long key) {
        Class<?> type = column.dataType().getType();
        return type == Long.class ? (Object) key : type == Integer.class ? (Object) (int) key : converted(column, key);
    }

    private static Object converted(Column column, long key) {
        return Objects.requireNonNull(column.dataType().convert(key), "key");
    }

    private static boolean lacks(InstanceState state, MappedColumn key) {
        Object value = state.value(key.tracker().index());
        return value == null || Marker.is(value);
    }

    /** The attribute of an object that the column holds: as a rule the same as that of the object before. */
    private static MappedColumn attribute(SaveItem item, Column column, @Nullable MappedColumn before) {
        TableMapper mapper = (TableMapper) item.mapper();
        if (before != null && before.tracker().manager() == mapper.manager()) {
            return before;
        }
        for (MappedColumn key : mapper.keyColumns(column.table())) {
            if (key.column() == column) {
                return key;
            }
        }
        throw new IllegalStateException(column + " is no key of " + mapper);
    }
}
