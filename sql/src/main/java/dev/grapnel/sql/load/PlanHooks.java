package dev.grapnel.sql.load;

import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.row.RowListeners;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the application may stand between the rows of one class in a statement and their objects. */
final class PlanHooks {
    private final TableMapper mapper;
    private final SelectNode node;
    /** Of the class, and of those that its rows may be of. */
    private final RowListeners[] listeners;

    private final Map<Mapper, TablePlan> ofOtherObjects = new ConcurrentHashMap<>(0);
    private volatile @Nullable RowNames names;

    PlanHooks(TableMapper mapper, SelectNode node) {
        this.mapper = mapper;
        this.node = node;
        this.listeners = mapper.selfAndDescendants().stream()
                .map(each -> ((TableMapper) each).rowListeners())
                .toArray(RowListeners[]::new);
    }

    /** The mapper of the rows. */
    TableMapper mapper() {
        return mapper;
    }

    boolean isAny() {
        for (RowListeners each : listeners) {
            if (!each.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Nullable TableRowHooks of(LoadRun run) {
        return mapper.rowListeners().isEmpty() ? null : new TableRowHooks(mapper, names(), run);
    }

    private RowNames names() {
        RowNames known = names;
        if (known == null) {
            known = RowNames.of(mapper, node);
            names = known;
        }
        return known;
    }

    /** The plan for objects of another class; made once. */
    TablePlan plan(Mapper other, Function<TableMapper, TablePlan> make) {
        return ofOtherObjects.computeIfAbsent(other, wanted -> make.apply((TableMapper) wanted));
    }
}
