package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.load.OneByOne;
import dev.grapnel.core.load.PostLoad;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads a relationship of many owners by one statement for up to 500 of them. */
final class SelectInLoader implements PostLoad {
    private final TableMapper mapper;
    private final Relationship relationship;
    private final LoadOptions below;
    private final Set<Mapper> before;

    SelectInLoader(TableMapper mapper, Relationship relationship, LoadOptions below, Set<Mapper> before) {
        this.before = before;
        this.mapper = mapper;
        this.relationship = relationship;
        this.below = below;
    }

    @Override
    public boolean isWanted(@Nullable Set<String> only) {
        return only == null || only.contains(relationship.name());
    }

    @Override
    public PostLoad onRefresh() {
        return new OneByOne(mapper.manager().tracker(relationship.name()));
    }

    @Override
    public void load(LoadRun owning, List<Owner> owners) {
        RelatedSelect select = new RelatedSelect(mapper, relationship, below, before);
        Map<Object, List<Owner>> byKey = new LinkedHashMap<>();
        for (Owner owner : owners) {
            byKey.computeIfAbsent(select.ownerKey(owner.state(), Passive.OFF), unused -> new ArrayList<>(1))
                    .add(owner);
        }
        List<Owner> without = byKey.remove(null);
        List<Object> keys = new ArrayList<>(byKey.keySet());
        for (int from = 0; from < keys.size(); from += KeyList.MOST) {
            List<Object> some = keys.subList(from, Math.min(keys.size(), from + KeyList.MOST));
            loadSome(owning, owners.get(0).state(), select, some, byKey);
        }
        if (without != null) {
            fill(new RelatedObjects(), without, null);
        }
    }

    private void fill(RelatedObjects objects, List<Owner> owners, @Nullable Object key) {
        for (Owner owner : owners) {
            AttributeTracker attribute = ClassManager.of(owner.state()).tracker(relationship.name());
            if (owner.lacks(attribute)) {
                objects.fill(attribute, owner.state(), key);
            }
        }
    }

    private void loadSome(
            LoadRun owning,
            InstanceState owner,
            RelatedSelect select,
            List<Object> keys,
            Map<Object, List<Owner>> byKey) {
        LoadingSession session = (LoadingSession) owning.session();
        LoadRun run = LoadRun.ofStatement(session, owning.isPopulateExisting(), null);
        LoadRequest request = LoadRequest.ofRelationship(relationship, owner);
        RelatedObjects objects = session.announced(request, () -> {
            request.tell(run);
            return read(session, select.with(request.refined(below)), run, keys);
        });
        for (Object key : keys) {
            fill(objects, byKey.getOrDefault(key, List.of()), key);
        }
        run.finish();
    }

    private static RelatedObjects read(LoadingSession session, RelatedSelect select, LoadRun run, List<Object> keys) {
        KeyList list = KeyList.of(session.dialect(), select.comparedColumns(), keys);
        LoadingSession.RowsReader<RelatedObjects> reader = rows -> RelatedObjects.read(select, run, rows);
        return select.options().isNone()
                ? session.read(select.statement(list), reader)
                : session.readOnce(() -> Selection.of(select.build(list.withValues()), select.selected()), reader);
    }
}
