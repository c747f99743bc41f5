package dev.grapnel.sql.persist;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.KeyUpdate;
import dev.grapnel.core.store.LinkChanges;
import dev.grapnel.core.store.RowForecast;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes rows of tables: for each table of a hierarchy, parents first, the updates and then the inserts; deletes the other way round. */
public final class TableWriter implements RowWriter {
    private final StatementCache texts;

    /**
     * Writes with the texts of one engine.
     *
     * @param texts its statements
     */
    public TableWriter(StatementCache texts) {
        this.texts = texts;
    }

    @Override
    public void save(Mapper base, List<SaveItem> updates, List<SaveItem> inserts, WriteScope scope) {
        StatementRunner runner = scope.connection().unwrap(StatementRunner.class);
        FetchedValues fetched = new FetchedValues(texts, scope);
        for (Table table : tables(base)) {
            new UpdateStep(texts, runner, scope, fetched).run(table, having(updates, table));
            new InsertStep(texts, runner, scope, fetched).run(table, having(inserts, table));
        }
        ElementSteps.of(base).save(updates, inserts).send(texts, runner);
        fetched.select();
    }

    @Override
    public RowForecast forecast() {
        return tableForecast();
    }

    /** What any writer of tables would write; it does not depend on the engine. */
    public static RowForecast tableForecast() {
        return new TableForecast();
    }

    static List<SaveItem> having(List<SaveItem> items, Table table) {
        List<SaveItem> found = new ArrayList<>(items.size());
        for (SaveItem item : items) {
            if (((TableMapper) item.mapper()).tables().contains(table)) {
                found.add(item);
            }
        }
        return found;
    }

    /** The tables of a hierarchy, each after those it builds on. */
    static List<Table> tables(Mapper base) {
        if (base.children().isEmpty()) {
            return ((TableMapper) base).tables();
        }
        Set<Table> all = new LinkedHashSet<>();
        for (Mapper mapper : base.selfAndDescendants()) {
            all.addAll(((TableMapper) mapper).tables());
        }
        return new ArrayList<>(all);
    }

    @Override
    public void delete(Mapper base, List<InstanceState> states, WriteScope scope) {
        StatementRunner runner = scope.connection().unwrap(StatementRunner.class);
        ElementSteps.of(base).delete(states).send(texts, runner);
        List<Table> childFirst = new ArrayList<>(tables(base));
        Collections.reverse(childFirst);
        for (Table table : childFirst) {
            new DeleteRows(texts, runner).run(table, states);
        }
    }

    @Override
    public void postUpdate(Mapper base, KeyUpdate update, WriteScope scope) {
        StatementRunner runner = scope.connection().unwrap(StatementRunner.class);
        for (Table table : tables(base)) {
            new PostUpdateStep(texts, runner, scope).run(table, update);
        }
    }

    @Override
    public void link(Relationship relationship, LinkChanges changes, WriteScope scope) {
        StatementRunner runner = scope.connection().unwrap(StatementRunner.class);
        new LinkStep(texts, runner, relationship).run(changes);
    }
}
