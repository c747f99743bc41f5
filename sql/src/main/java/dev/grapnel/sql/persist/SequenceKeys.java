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
        List<SaveItem> lacking = new ArrayList<>();
        for (SaveItem item : items) {
            if (lacks(item.state(), attribute(item, column))) {
                lacking.add(item);
            }
        }
        if (lacking.isEmpty()) {
            return;
        }
        long[] keys = texts.keys().take(blocks, runner, lacking.size());
        for (int at = 0; at < keys.length; at++) {
            SaveItem item = lacking.get(at);
            attribute(item, column)
                    .tracker()
                    .storeQuietly(item.state(), column.dataType().convert(keys[at]));
        }
    }

    private static boolean lacks(InstanceState state, MappedColumn key) {
        Object value = state.value(key.tracker().index());
        return value == null || Marker.is(value);
    }

    private static MappedColumn attribute(SaveItem item, Column column) {
        TableMapper mapper = (TableMapper) item.mapper();
        return mapper.keyColumns(column.table()).stream()
                .filter(key -> key.column() == column)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(column + " is no key of " + mapper));
    }
}
