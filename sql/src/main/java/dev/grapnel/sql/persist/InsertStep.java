package dev.grapnel.sql.persist;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.InsertText;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows of one table. Consecutive objects with the same columns go in one batch (rule U-6); generated keys and server defaults come
 * back with it.
 */
final class InsertStep {
    private final StatementCache texts;
    private final StatementRunner runner;
    private final WriteScope scope;
    private final FetchedValues fetched;

    InsertStep(StatementCache texts, StatementRunner runner, WriteScope scope, FetchedValues fetched) {
        this.texts = texts;
        this.runner = runner;
        this.scope = scope;
        this.fetched = fetched;
    }

    void run(Table table, List<SaveItem> items) {
        if (items.isEmpty()) {
            return;
        }
        new SequenceKeys(texts, runner).assign(table, items);
        List<InsertRow> group = new ArrayList<>(items.size());
        InsertPlan plan = null;
        for (SaveItem item : items) {
            TableMapper mapper = (TableMapper) item.mapper();
            if (plan == null || !plan.isOf(mapper)) {
                plan = InsertPlan.of(mapper, table, texts);
            }
            InsertRow row = plan.row(item);
            if (!group.isEmpty() && !group.get(0).form().isLike(row.form())) {
                insert(table, group);
                group.clear();
            }
            group.add(row);
        }
        if (!group.isEmpty()) {
            insert(table, group);
        }
    }

    // ---- sending ----

    private void insert(Table table, List<InsertRow> group) {
        InsertText text = group.get(0).form().text(texts, table);
        List<@Nullable Object[]> rows = new ArrayList<>(group.size());
        for (InsertRow row : group) {
            rows.add(row.values());
        }
        List<@Nullable Object[]> generated = runner.insert(text, rows);
        for (int at = 0; at < group.size(); at++) {
            store(table, group.get(at), generated.get(at));
        }
    }

    private void store(Table table, InsertRow row, @Nullable Object[] generated) {
        InsertForm form = row.form();
        if (!form.isSilent()) {
            InstanceState state = row.item().state();
            List<String> names = form.store(state, row.values(), generated);
            if (!names.isEmpty()) {
                scope.generated(state, names);
            }
            fetched.expire(state, form.unknown());
            fetched.later(state, form.selected());
        }
        if (form.plan().checksVersion()) {
            Versions.requireProgrammed(table, row.item());
        }
        copyInheritedKey(table, row.item());
    }

    /** With joined inheritance the key of the parent table is assigned to the key of the child table (rule A-14). */
    static void copyInheritedKey(Table table, SaveItem item) {
        TableMapper mapper = (TableMapper) item.mapper();
        List<Table> tables = mapper.tables();
        int position = tables.indexOf(table);
        boolean last = position < 0 || position == tables.size() - 1;
        if (last || mapper.isSecondary(tables.get(position + 1))) {
            return;
        }
        for (AttributeTracker key : mapper.keyAttributes()) {
            key.set(item.state(), key.get(item.state(), Passive.OFF), null, Passive.OFF);
        }
    }
}
