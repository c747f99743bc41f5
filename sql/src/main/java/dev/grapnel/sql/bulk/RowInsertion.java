package dev.grapnel.sql.bulk;

import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.KeyBlocks;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.InsertText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts rows into all tables of a class, that of the topmost superclass first; neighbours with the same columns together. */
final class RowInsertion {
    private final BulkSession session;
    private final TableMapper mapper;
    private final boolean all;

    /**
     * Inserts rows of a class.
     *
     * @param session that runs the statements
     * @param mapper of the class
     * @param all whether all columns are read back, and not only keys for the tables that follow
     */
    RowInsertion(BulkSession session, TableMapper mapper, boolean all) {
        this.session = session;
        this.mapper = mapper;
        this.all = all;
    }

    void insert(List<NewRow> rows) {
        assignSequences(rows);
        insert(rows, mapper.tables());
    }

    /** Inserts the rows into some tables, with the values that they have. */
    void insert(List<NewRow> rows, List<Table> tables) {
        for (Table table : tables) {
            List<NewRow> group = new ArrayList<>();
            for (NewRow row : rows) {
                if (!group.isEmpty() && !group.get(0).columns(table).equals(row.columns(table))) {
                    insert(table, group);
                    group.clear();
                }
                group.add(row);
            }
            if (!group.isEmpty()) {
                insert(table, group);
            }
        }
    }

    /** Gives rows the keys that sequences give. */
    void assignSequences(List<NewRow> rows) {
        for (MappedColumn key : mapper.keyColumns(mapper.tables().get(0))) {
            KeyBlocks blocks = key.column().keys();
            if (blocks != null) {
                List<NewRow> lacking =
                        rows.stream().filter(row -> row.lacks(key)).toList();
                long[] keys = session.statements().keys().take(blocks, session.runner(), lacking.size());
                for (int at = 0; at < keys.length; at++) {
                    lacking.get(at).give(key, key.column().dataType().convert(keys[at]));
                }
            }
        }
    }

    private void insert(Table table, List<NewRow> group) {
        List<MappedColumn> columns = group.get(0).columns(table);
        List<MappedColumn> returned = returned(table, columns);
        InsertText text = session.statements()
                .insert(table, columns(columns), columns(returned), group.get(0).expressions(table));
        List<@Nullable Object[]> values = new ArrayList<>(group.size());
        group.forEach(row -> values.add(row.valuesOf(columns)));
        List<@Nullable Object[]> generated = session.runner().insert(text, values);
        for (int row = 0; row < group.size(); row++) {
            for (int at = 0; at < returned.size(); at++) {
                group.get(row).returned(returned.get(at), generated.get(row)[at]);
            }
        }
    }

    private List<MappedColumn> returned(Table table, List<MappedColumn> given) {
        if (all) {
            return mapper.columns(table);
        }
        boolean last = table == mapper.table();
        return mapper.keyColumns(table).stream()
                .filter(key -> !last && !given.contains(key))
                .toList();
    }

    private static List<Column> columns(List<MappedColumn> mapped) {
        return mapped.stream().map(MappedColumn::column).toList();
    }
}
