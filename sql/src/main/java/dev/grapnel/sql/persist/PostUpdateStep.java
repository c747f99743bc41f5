package dev.grapnel.sql.persist;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.NetChange;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the keys of post-update relationships by an update of their own, without mapper events (rule U-27). */
final class PostUpdateStep {
    private final StatementCache texts;
    private final StatementRunner runner;
    private final WriteScope scope;

    PostUpdateStep(StatementCache texts, StatementRunner runner, WriteScope scope) {
        this.texts = texts;
        this.runner = runner;
        this.scope = scope;
    }

    void run(Table table, Collection<InstanceState> states, Set<String> attributes) {
        for (InstanceState state : states) {
            TableMapper mapper = TableMapper.of(state);
            if (mapper.tables().contains(table)) {
                write(table, mapper, state, attributes);
            }
        }
    }

    private void write(Table table, TableMapper mapper, InstanceState state, Set<String> attributes) {
        List<Column> changed = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        List<String> computed = new ArrayList<>();
        for (MappedColumn mapped : mapper.columns(table)) {
            History<Object> history = mapped.tracker().history(state, Passive.NO_INITIALIZE);
            if (attributes.contains(mapped.attribute()) && !history.added().isEmpty()) {
                changed.add(mapped.column());
                values.add(history.added().get(0));
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        countVersion(table, mapper, state, changed, values, computed);
        List<Column> where = new ArrayList<>();
        for (MappedColumn key : mapper.keyColumns(table)) {
            where.add(key.column());
            values.add(key.tracker().get(state, Passive.OFF));
        }
        if (runner.execute(texts.update(table, changed, where), values.toArray()) == 0) {
            throw new StaleDataException("Cannot write the key of " + state + " in table " + table.name()
                    + " by an update of its own: its row is gone. Roll back and load the object anew.");
        }
        if (!computed.isEmpty()) {
            scope.generated(state, computed);
        }
        MappedColumn version = mapper.versionColumn();
        if (version != null && version.column().table() == table && Versions.isOfDatabase(version)) {
            scope.unknown(state, List.of(version.attribute()));
        }
    }

    /** The columns that the update of one object would write, in order; none if it would write nothing. */
    static List<MappedColumn> foretell(Table table, InstanceState state, Set<String> attributes, NetChange changes) {
        TableMapper mapper = TableMapper.of(state);
        List<MappedColumn> written = new ArrayList<>();
        for (MappedColumn mapped : mapper.columns(table)) {
            if (attributes.contains(mapped.attribute()) && changes.isIn(state, mapped.tracker())) {
                written.add(mapped);
            }
        }
        MappedColumn version = mapper.versionColumn();
        if (!written.isEmpty() && version != null && version.column().table() == table && Versions.isCounted(version)) {
            written.add(version);
        }
        return written;
    }

    private static void countVersion(
            Table table,
            TableMapper mapper,
            InstanceState state,
            List<Column> changed,
            List<@Nullable Object> values,
            List<String> computed) {
        MappedColumn version = mapper.versionColumn();
        if (version == null || version.column().table() != table || !Versions.isCounted(version)) {
            return;
        }
        Object next = Versions.next(version, version.tracker().get(state, Passive.OFF));
        changed.add(version.column());
        values.add(next);
        state.store(version.tracker().index(), next);
        computed.add(version.attribute());
    }
}
