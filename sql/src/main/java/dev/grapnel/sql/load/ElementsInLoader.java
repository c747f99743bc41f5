package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ElementTracker;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.load.OneByOne;
import dev.grapnel.core.load.PostLoad;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.ElementTable;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads a collection of values for many owners by one statement for up to {@value KeyList#MOST} of them.
 *
 * @param mapper of the owners
 * @param elements the collection
 */
record ElementsInLoader(TableMapper mapper, ElementTable elements) implements PostLoad {
    @Override
    public boolean isWanted(@Nullable Set<String> only) {
        return only == null || only.contains(elements.property().name());
    }

    @Override
    public PostLoad onRefresh() {
        return new OneByOne(mapper.manager().tracker(elements.property().name()));
    }

    @Override
    public void load(LoadRun owning, List<Owner> owners) {
        List<InstanceState> lacking = new ArrayList<>(owners.size());
        for (Owner owner : owners) {
            if (owner.state().isAbsent(tracker(owner.state()).index())) {
                lacking.add(owner.state());
            }
        }
        for (int from = 0; from < lacking.size(); from += KeyList.MOST) {
            loadSome(
                    (LoadingSession) owning.session(),
                    lacking.subList(from, Math.min(lacking.size(), from + KeyList.MOST)));
        }
    }

    private void loadSome(LoadingSession session, List<InstanceState> owners) {
        ElementSelect select = new ElementSelect(mapper, elements);
        List<Object> keys = new ArrayList<>(owners.size());
        owners.forEach(owner -> keys.add(select.wholeKey(owner)));
        Map<Object, List<ElementTracker.Row>> rows = session.announced(
                LoadRequest.ofColumns(mapper, owners.get(0), null, true),
                () -> session.read(select.ofMany(session.dialect(), keys), select::rowsOfMany));
        for (int at = 0; at < owners.size(); at++) {
            InstanceState owner = owners.get(at);
            if (owner.isAbsent(tracker(owner).index())) {
                tracker(owner).load(owner, rows.getOrDefault(keys.get(at), List.of()));
            }
        }
    }

    private ElementTracker tracker(InstanceState owner) {
        return (ElementTracker)
                ClassManager.of(owner).tracker(elements.property().name());
    }
}
