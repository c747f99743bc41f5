package dev.grapnel.sql.persist;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.Link;
import dev.grapnel.core.store.LinkChanges;
import dev.grapnel.core.store.NetChange;
import dev.grapnel.core.store.RowChange;
import dev.grapnel.core.store.RowChange.Kind;
import dev.grapnel.core.store.RowForecast;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Foretells the rows that a {@link TableWriter} would write, in its order. */
final class TableForecast implements RowForecast {

    @Override
    public List<RowChange> save(Mapper base, List<SaveItem> updates, List<SaveItem> inserts, NetChange changes) {
        List<RowChange> rows = new ArrayList<>();
        for (Table table : TableWriter.tables(base)) {
            for (SaveItem item : TableWriter.having(updates, table)) {
                addUpdate(rows, table, item.state(), UpdateStep.foretell(table, item, changes));
            }
            for (SaveItem item : TableWriter.having(inserts, table)) {
                rows.add(new RowChange(Kind.INSERT, table.name(), List.of(item.state()), List.of()));
            }
        }
        rows.addAll(ElementSteps.foretelling(base).save(updates, inserts).rows());
        return rows;
    }

    private static void addUpdate(List<RowChange> rows, Table table, InstanceState state, List<MappedColumn> written) {
        if (!written.isEmpty()) {
            List<String> columns =
                    written.stream().map(mapped -> mapped.column().name()).toList();
            rows.add(new RowChange(Kind.UPDATE, table.name(), List.of(state), columns));
        }
    }

    @Override
    public List<RowChange> delete(Mapper base, List<InstanceState> states) {
        List<RowChange> rows =
                new ArrayList<>(ElementSteps.foretelling(base).delete(states).rows());
        List<Table> childFirst = new ArrayList<>(TableWriter.tables(base));
        Collections.reverse(childFirst);
        for (Table table : childFirst) {
            for (InstanceState state : states) {
                if (TableMapper.of(state).tables().contains(table)) {
                    rows.add(new RowChange(Kind.DELETE, table.name(), List.of(state), List.of()));
                }
            }
        }
        return rows;
    }

    @Override
    public List<RowChange> postUpdate(
            Mapper base, Collection<InstanceState> states, Set<String> attributes, NetChange changes) {
        List<RowChange> rows = new ArrayList<>();
        for (Table table : TableWriter.tables(base)) {
            for (InstanceState state : states) {
                addUpdate(rows, table, state, PostUpdateStep.foretell(table, state, attributes, changes));
            }
        }
        return rows;
    }

    @Override
    public List<RowChange> link(Relationship relationship, LinkChanges changes) {
        TableMapper declaring = (TableMapper)
                Objects.requireNonNull(Objects.requireNonNull(ClassManager.find(relationship.declaringType()))
                        .mapper());
        RelationshipJoin.Association association =
                Objects.requireNonNull(declaring.join(relationship).association());
        String table = association.table().name();
        List<String> places = association.places().stream().map(Column::name).toList();
        List<RowChange> rows = new ArrayList<>();
        changes.gone().forEach(link -> rows.add(pair(Kind.DELETE, table, link, List.of())));
        changes.moved().forEach(link -> rows.add(pair(Kind.UPDATE, table, link, places)));
        changes.made().forEach(link -> rows.add(pair(Kind.INSERT, table, link, List.of())));
        return rows;
    }

    private static RowChange pair(Kind kind, String table, Link link, List<String> columns) {
        return new RowChange(kind, table, List.of(link.owner(), link.target()), columns);
    }
}
