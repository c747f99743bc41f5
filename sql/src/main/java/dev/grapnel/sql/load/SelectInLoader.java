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
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Loads a relationship of many owners by one statement for up to 500 of them. */
final class SelectInLoader implements PostLoad {
    private static final int MOST_KEYS = 500;

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
        Map<List<@Nullable Object>, List<Owner>> byKey = new LinkedHashMap<>();
        for (Owner owner : owners) {
            byKey.computeIfAbsent(key(select, owner.state()), unused -> new ArrayList<>())
                    .add(owner);
        }
        List<List<@Nullable Object>> keys = new ArrayList<>(byKey.keySet());
        keys.removeIf(key -> key.contains(null));
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            loadSome(owning, select, keys.subList(from, Math.min(keys.size(), from + MOST_KEYS)), byKey);
        }
        byKey.forEach((key, lacking) -> {
            if (key.contains(null)) {
                fill(new RelatedObjects(), lacking, key);
            }
        });
    }

    private void fill(RelatedObjects objects, List<Owner> owners, List<@Nullable Object> key) {
        for (Owner owner : owners) {
            AttributeTracker attribute = ClassManager.of(owner.state()).tracker(relationship.name());
            if (owner.lacks(attribute)) {
                objects.fill(attribute, owner.state(), key);
            }
        }
    }

    private static List<@Nullable Object> key(RelatedSelect select, InstanceState owner) {
        List<@Nullable Object> key = new ArrayList<>();
        for (String name : select.ownerAttributes()) {
            key.add(ClassManager.of(owner).tracker(name).get(owner, Passive.OFF));
        }
        return key;
    }

    private void loadSome(
            LoadRun owning,
            RelatedSelect select,
            List<List<@Nullable Object>> keys,
            Map<List<@Nullable Object>, List<Owner>> byKey) {
        LoadingSession session = (LoadingSession) owning.session();
        LoadRun run = LoadRun.ofStatement(session, owning.isPopulateExisting(), null);
        LoadRequest request = LoadRequest.ofRelationship(relationship);
        RelatedObjects objects = session.announced(request, () -> {
            RelatedSelect told = select.with(request.refined(below));
            return session.readOnce(
                    () -> Selection.of(told.build(in(told, keys)), told.selected()),
                    rows -> RelatedObjects.read(told, run, rows));
        });
        for (List<@Nullable Object> key : keys) {
            fill(objects, byKey.getOrDefault(key, List.of()), key);
        }
        run.finish();
    }

    private static Condition in(RelatedSelect select, List<List<@Nullable Object>> keys) {
        List<Field<Object>> compared = select.compared();
        if (compared.size() == 1) {
            Field<Object> field = compared.get(0);
            return field.in(keys.stream().map(key -> DSL.val(key.get(0), field)).toArray(Field<?>[]::new));
        }
        List<RowN> rows = new ArrayList<>();
        for (List<@Nullable Object> key : keys) {
            Field<?>[] parts = new Field<?>[compared.size()];
            for (int at = 0; at < parts.length; at++) {
                parts[at] = DSL.val(key.get(at), compared.get(at));
            }
            rows.add(DSL.row(parts));
        }
        return DSL.row(compared.toArray(Field<?>[]::new)).in(rows);
    }
}
