package dev.grapnel.sql.persist;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.sql.mapping.ElementTable;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes the collections of values of the objects of one hierarchy, each collection in few statements. */
final class ElementSteps {
    private final StatementCache texts;
    private final StatementRunner runner;
    private final boolean any;
    private final Map<ElementTable, ElementStep> steps = new LinkedHashMap<>();

    ElementSteps(StatementCache texts, StatementRunner runner, Mapper base) {
        this.texts = texts;
        this.runner = runner;
        this.any = base.selfAndDescendants().stream()
                .anyMatch(mapper -> !((TableMapper) mapper).elementTables().isEmpty());
    }

    void save(List<SaveItem> updates, List<SaveItem> inserts) {
        if (any) {
            updates.forEach(item -> collect(item.state(), item, ElementStep::update));
            inserts.forEach(item -> collect(item.state(), item.state(), ElementStep::insert));
            steps.values().forEach(ElementStep::send);
        }
    }

    void delete(List<InstanceState> owners) {
        if (any) {
            owners.forEach(owner -> collect(owner, owner, ElementStep::delete));
            steps.values().forEach(ElementStep::send);
        }
    }

    private <A> void collect(InstanceState owner, A what, BiConsumer<ElementStep, A> collecting) {
        for (ElementTable elements : TableMapper.of(owner).elementTables()) {
            collecting.accept(steps.computeIfAbsent(elements, table -> new ElementStep(texts, runner, table)), what);
        }
    }
}
