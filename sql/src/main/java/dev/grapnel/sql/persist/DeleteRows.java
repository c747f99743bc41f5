package dev.grapnel.sql.persist;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.PreparedText;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes rows of one table in one batch. A row that is not met is an error with a version, and a warning without (rule U-17). */
final class DeleteRows {
    private static final Logger LOG = LoggerFactory.getLogger(DeleteRows.class);

    private final StatementCache texts;
    private final StatementRunner runner;

    DeleteRows(StatementCache texts, StatementRunner runner) {
        this.texts = texts;
        this.runner = runner;
    }

    void run(Table table, List<InstanceState> states) {
        List<InstanceState> having = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<Column> where = List.of();
        boolean versioned = false;
        for (InstanceState state : states) {
            TableMapper mapper = TableMapper.of(state);
            if (!mapper.tables().contains(table)) {
                continue;
            }
            List<MappedColumn> criteria = new ArrayList<>(mapper.keyColumns(table));
            MappedColumn version = mapper.versionColumn();
            if (version != null && version.column().table() == table) {
                criteria.add(version);
                versioned = true;
            }
            where = criteria.stream().map(MappedColumn::column).toList();
            having.add(state);
            rows.add(values(state, criteria));
        }
        if (!rows.isEmpty()) {
            send(texts.delete(table, where), table, having, rows, versioned);
        }
    }

    private static @Nullable Object[] values(InstanceState state, List<MappedColumn> criteria) {
        @Nullable Object[] values = new Object[criteria.size()];
        for (int at = 0; at < values.length; at++) {
            MappedColumn mapped = criteria.get(at);
            int index = mapped.tracker().manager() == state.manager()
                    ? mapped.tracker().index()
                    : TableMapper.of(state)
                            .manager()
                            .tracker(mapped.attribute())
                            .index();
            Object value = state.isChanged(index)
                    ? state.committed(index)
                    : TableMapper.of(state)
                            .manager()
                            .tracker(mapped.attribute())
                            .get(state, Passive.OFF);
            if (value == null || Marker.is(value)) {
                throw new FlushException("Cannot delete the row of " + state + ": its " + mapped.property()
                        + " is null, so the row cannot be told from others.");
            }
            values[at] = value;
        }
        return values;
    }

    private void send(
            PreparedText text,
            Table table,
            List<InstanceState> states,
            List<@Nullable Object[]> rows,
            boolean versioned) {
        int[] counts = runner.executeBatch(text, rows);
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] != 0 || !TableMapper.of(states.get(at)).confirmsDeletes()) {
                continue;
            }
            if (versioned) {
                throw new StaleDataException(
                        "Cannot delete the row of " + states.get(at) + " in table " + table.name()
                                + ": no row has its key and version. Someone changed or deleted it since it was loaded; roll back and load it anew.");
            }
            LOG.warn(
                    "The row of {} in table {} was gone already when it was to be deleted.",
                    states.get(at),
                    table.name());
        }
    }
}
