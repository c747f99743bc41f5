package dev.grapnel.sql.persist;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.KeysDelete;
import dev.grapnel.sql.statement.PreparedText;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes rows of one table in one batch, many keys at once where the database takes them in an array. A row that is not met is an error with a version, and a
 * warning without (rule U-17).
 */
final class DeleteRows {
    private static final Logger LOG = LoggerFactory.getLogger(DeleteRows.class);

    /** Fewer go as fast one by one. */
    private static final int FEWEST_IN_ARRAYS = 8;

    private final StatementCache texts;
    private final StatementRunner runner;

    DeleteRows(StatementCache texts, StatementRunner runner) {
        this.texts = texts;
        this.runner = runner;
    }

    void run(Table table, List<InstanceState> states) {
        List<InstanceState> having = new ArrayList<>(states.size());
        List<@Nullable Object[]> rows = new ArrayList<>(states.size());
        Criteria criteria = null;
        boolean confirmed = true;
        for (InstanceState state : states) {
            TableMapper mapper = TableMapper.of(state);
            if (mapper.tables().contains(table)) {
                if (criteria == null || criteria.mapper != mapper) {
                    criteria = Criteria.of(mapper, table);
                }
                having.add(state);
                rows.add(values(state, criteria.columns));
                confirmed &= mapper.confirmsDeletes();
            }
        }
        if (criteria == null) {
            return;
        }
        KeysDelete together = criteria.versioned || !confirmed || rows.size() < FEWEST_IN_ARRAYS
                ? null
                : texts.deleteByKeys(table, criteria.where());
        if (together == null || !together.isTaken(runner)) {
            send(texts.delete(table, criteria.where()), table, having, rows, criteria.versioned);
        } else {
            send(together, table, having, rows);
        }
    }

    /** By what rows of one mapper are found. */
    private record Criteria(TableMapper mapper, List<MappedColumn> columns, boolean versioned) {
        static Criteria of(TableMapper mapper, Table table) {
            List<MappedColumn> columns = new ArrayList<>(mapper.keyColumns(table));
            MappedColumn version = mapper.versionColumn();
            boolean versioned = version != null && version.column().table() == table;
            if (versioned) {
                columns.add(version);
            }
            return new Criteria(mapper, columns, versioned);
        }

        List<Column> where() {
            return columns.stream().map(MappedColumn::column).toList();
        }
    }

    private static @Nullable Object[] values(InstanceState state, List<MappedColumn> criteria) {
        @Nullable Object[] values = new Object[criteria.size()];
        for (int at = 0; at < values.length; at++) {
            MappedColumn mapped = criteria.get(at);
            AttributeTracker tracker = mapped.tracker().manager() == state.manager()
                    ? mapped.tracker()
                    : TableMapper.of(state).manager().tracker(mapped.attribute());
            Object value = state.isChanged(tracker.index())
                    ? state.committed(tracker.index())
                    : tracker.get(state, Passive.OFF);
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
                throw new StaleDataException("Cannot delete the row of " + states.get(at) + " in table " + table.name()
                        + ": no row has its key and version. Someone changed or deleted it since it was"
                        + " loaded; roll back and load it anew.");
            }
            LOG.warn(
                    "The row of {} in table {} was gone already when it was to be deleted.",
                    states.get(at),
                    table.name());
        }
    }

    private void send(KeysDelete delete, Table table, List<InstanceState> states, List<@Nullable Object[]> keys) {
        int[] counts = runner.executeBatch(delete.text(), delete.parameters(keys));
        for (int at = 0; at < counts.length; at++) {
            int first = at * delete.most();
            int wanted = Math.min(delete.most(), keys.size() - first);
            if (counts[at] < wanted) {
                LOG.warn(
                        "{} of {} rows in table {}, from that of {} on, were gone already when they were to be"
                                + " deleted.",
                        wanted - counts[at],
                        wanted,
                        table.name(),
                        states.get(first));
            }
        }
    }
}
