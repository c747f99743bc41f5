package dev.grapnel.sql.persist;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.RowChange;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.ElementTable;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers what becomes of the collections of values of the objects of one hierarchy, and writes each collection in few statements. */
final class ElementSteps {
    private final boolean any;
    private final boolean keyed;
    private final Map<ElementTable, ElementChanges> changes = new LinkedHashMap<>();

    private ElementSteps(Mapper base, boolean keyed) {
        this.any = base.selfAndDescendants().stream()
                .anyMatch(mapper -> !((TableMapper) mapper).elementTables().isEmpty());
        this.keyed = keyed;
    }

    /** Gathers rows to be written. */
    static ElementSteps of(Mapper base) {
        return new ElementSteps(base, true);
    }

    /** Gathers rows to be foretold: the keys of their owners, which may not be known yet, are left out. */
    static ElementSteps foretelling(Mapper base) {
        return new ElementSteps(base, false);
    }

    ElementSteps save(List<SaveItem> updates, List<SaveItem> inserts) {
        if (any) {
            for (SaveItem item : updates) {
                tables(item.state()).forEach(table -> of(table).update(item, key(table, item.state())));
            }
            for (SaveItem item : inserts) {
                tables(item.state()).forEach(table -> of(table).insert(item.state(), key(table, item.state())));
            }
        }
        return this;
    }

    ElementSteps delete(List<InstanceState> owners) {
        if (any) {
            for (InstanceState owner : owners) {
                tables(owner).forEach(table -> of(table).wipe(owner, key(table, owner)));
            }
        }
        return this;
    }

    private static List<ElementTable> tables(InstanceState owner) {
        return TableMapper.of(owner).elementTables();
    }

    private ElementChanges of(ElementTable elements) {
        return changes.computeIfAbsent(elements, ElementChanges::new);
    }

    private List<@Nullable Object> key(ElementTable elements, InstanceState owner) {
        if (!keyed) {
            return List.of();
        }
        TableMapper mapper = TableMapper.of(owner);
        @Nullable Object[] key = new Object[elements.owner().size()];
        for (int at = 0; at < key.length; at++) {
            ColumnPair pair = elements.owner().get(at);
            key[at] = Objects.requireNonNull(mapper.attributeOf(pair.remote()), "key attribute")
                    .get(owner, Passive.OFF);
        }
        return Arrays.asList(key);
    }

    /** Writes what was gathered. */
    void send(StatementCache texts, StatementRunner runner) {
        changes.forEach((elements, changed) -> new ElementStep(texts, runner, elements, changed).send());
    }

    /** The rows that {@link #send} would write; of all rows that an owner loses, one. */
    List<RowChange> rows() {
        List<RowChange> rows = new ArrayList<>();
        changes.values().forEach(changed -> rows.addAll(changed.rows()));
        return rows;
    }
}
