package dev.grapnel.sql.persist;

import dev.grapnel.core.annotation.EagerDefaults.When;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
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
    private final boolean returning;
    private final boolean updateReturns;
    private final WriteScope scope;
    private final Map<InstanceState, List<MappedColumn>> missing = new LinkedHashMap<>(0);

    FetchedValues(StatementCache texts, WriteScope scope) {
        this.returning = texts.returnsWorkOfTriggers();
        this.updateReturns = texts.returnsRowsOf(StatementKind.UPDATE);
        this.scope = scope;
    }

    /** What is to become of a value that the database makes. */
    enum Fetch {
        /** The statement gives it back. */
        RETURNED,
        /** A SELECT behind the statements of the batch. */
        SELECTED,
        /** It expires. */
        LATER
    }

    /** A value that an INSERT left to the database. */
    Fetch inserted(TableMapper mapper, MappedColumn mapped) {
        boolean computed = mapped.property().settings().inserted().expression() != null;
        boolean known = computed
                || mapped.column().serverDefault() != null
                || mapped.column().generatedAs() != null;
        if (mapped.column().isGenerated() || (computed && mapped.column().isPrimaryKey())) {
            return Fetch.RETURNED;
        }
        if (Versions.isOfDatabase(mapped) || mapper.eagerDefaults() == When.ALWAYS) {
            return known || returning ? Fetch.RETURNED : Fetch.SELECTED;
        }
        boolean asMapped = computed || mapped.property().settings().serverDefault();
        return asMapped && mapper.eagerDefaults() == When.AUTO ? Fetch.RETURNED : Fetch.LATER;
    }

    /** A value that an UPDATE left to the database, or that a statement computes. */
    Fetch updated(TableMapper mapper, MappedColumn mapped) {
        if (Versions.isOfDatabase(mapped) || mapper.eagerDefaults() == When.ALWAYS) {
            boolean known = mapped.property().settings().updated().expression() != null;
            return (known && updateReturns) || returning ? Fetch.RETURNED : Fetch.SELECTED;
        }
        return Fetch.LATER;
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
