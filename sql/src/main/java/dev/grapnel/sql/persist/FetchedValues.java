package dev.grapnel.sql.persist;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.persist.FetchRules.Fetch;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.StatementCache;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which values that the database makes are read back, and how: with the statement, by a SELECT behind all statements of the batch, or not before they
 * are needed.
 */
final class FetchedValues {
    private final FetchRules rules;
    private final WriteScope scope;
    private final Map<InstanceState, List<MappedColumn>> missing = new LinkedHashMap<>(0);

    FetchedValues(StatementCache texts, WriteScope scope) {
        this.rules = new FetchRules(texts);
        this.scope = scope;
    }

    /** A value that an UPDATE left to the database, or that a statement computes. */
    Fetch updated(TableMapper mapper, MappedColumn mapped) {
        return rules.updated(mapper, mapped);
    }

    /** The columns of a table that the database changes in an UPDATE which writes some others, with one way to read them. */
    List<MappedColumn> updated(TableMapper mapper, Table table, List<MappedColumn> written, Fetch wanted) {
        List<MappedColumn> changing = ChangingColumns.of(mapper).in(table);
        if (changing.isEmpty()) {
            return changing;
        }
        return changing.stream()
                .filter(mapped -> !written.contains(mapped) && updated(mapper, mapped) == wanted)
                .toList();
    }

    /** The columns of one class that the database changes in an UPDATE, by table. */
    private record ChangingColumns(Map<Table, List<MappedColumn>> byTable) {
        static ChangingColumns of(TableMapper mapper) {
            return mapper.attachment(
                    ChangingColumns.class,
                    any -> new ChangingColumns(((TableMapper) any)
                            .columns().stream()
                                    .filter(mapped ->
                                            mapped.property().settings().serverUpdate()
                                                    || Versions.isOfDatabase(mapped))
                                    .collect(Collectors.groupingBy(
                                            mapped -> mapped.column().table()))));
        }

        List<MappedColumn> in(Table table) {
            return byTable.getOrDefault(table, List.of());
        }
    }

    /** Notes values that a SELECT has to bring. */
    void later(InstanceState state, List<MappedColumn> columns) {
        if (!columns.isEmpty()) {
            missing.computeIfAbsent(state, unused -> new ArrayList<>()).addAll(columns);
        }
    }

    /** Expires values that nobody has asked for yet. */
    void expire(InstanceState state, List<MappedColumn> columns) {
        if (!columns.isEmpty()) {
            scope.unknown(state, columns.stream().map(MappedColumn::attribute).toList());
        }
    }

    /** Brings what was noted; the first read of an expired value loads all of an object. */
    void select() {
        missing.forEach((state, columns) -> {
            expire(state, columns);
            columns.forEach(column -> {
                column.tracker().get(state, Passive.OFF);
                Versions.requireFetched(state, column);
            });
        });
    }
}
