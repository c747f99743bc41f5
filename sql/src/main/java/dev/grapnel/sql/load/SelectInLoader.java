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
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads a relationship of many owners by one statement for up to {@value KeyList#MOST} of them.
 *
 * <p>If they are more, and all that there are of their class, everything that refers to any owner is wanted: then one statement without keys
 * reads it, which costs the database a third of searching by keys.
 */
final class SelectInLoader implements PostLoad {
    private final TableMapper mapper;
    private final Relationship relationship;
    private final LoadOptions below;
    private final Set<Mapper> before;
    private final AttributeTracker own;
    /** Made for the first objects: joins are known only when the mappers are configured. */
    private volatile @Nullable RelatedSelect select;

    SelectInLoader(TableMapper mapper, Relationship relationship, LoadOptions below, Set<Mapper> before) {
        this.before = before;
        this.mapper = mapper;
        this.relationship = relationship;
        this.below = below;
        this.own = mapper.manager().tracker(relationship.name());
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
        RelatedSelect known = select();
        if (known.isByIdentity()) {
            loadByIdentity(owning, known, owners);
        } else {
            loadByKeys(owning, known, owners);
        }
    }

    /**
     * The owners of one statement.
     *
     * @param values their keys
     * @param all whether they are all that there are
     */
    private record OwnerKeys(List<Object> values, boolean all) {}

    private RelatedSelect select() {
        RelatedSelect known = select;
        if (known == null) {
            known = new RelatedSelect(mapper, relationship, below, before);
            select = known;
        }
        return known;
    }

    private void loadByIdentity(LoadRun owning, RelatedSelect known, List<Owner> owners) {
        boolean all = owners.size() > KeyList.MOST && known.isOfWholeClass() && isWhole(owning);
        int most = all ? owners.size() : KeyList.MOST;
        for (int from = 0; from < owners.size(); from += most) {
            List<Owner> some = owners.subList(from, Math.min(owners.size(), from + most));
            List<Object> keys = new ArrayList<>(some.size());
            for (Owner owner : some) {
                keys.add(Objects.requireNonNull(known.ownerKey(owner.state(), Passive.OFF), "key"));
            }
            loadSome(owning, owners.get(0).state(), known, new OwnerKeys(keys, all), objects -> {
                for (int at = 0; at < keys.size(); at++) {
                    fill(objects, some.get(at), at);
                }
            });
        }
    }

    private boolean isWhole(LoadRun owning) {
        return owning.source() instanceof WholeClass owners && owners.isWhole(mapper);
    }

    private void loadByKeys(LoadRun owning, RelatedSelect known, List<Owner> owners) {
        Map<Object, List<Owner>> byKey = new LinkedHashMap<>();
        for (Owner owner : owners) {
            byKey.computeIfAbsent(known.ownerKey(owner.state(), Passive.OFF), unused -> new ArrayList<>(1))
                    .add(owner);
        }
        List<Owner> without = byKey.remove(null);
        List<Object> keys = new ArrayList<>(byKey.keySet());
        for (int from = 0; from < keys.size(); from += KeyList.MOST) {
            List<Object> some = keys.subList(from, Math.min(keys.size(), from + KeyList.MOST));
            loadSome(owning, owners.get(0).state(), known, new OwnerKeys(some, false), objects -> {
                for (int at = 0; at < some.size(); at++) {
                    for (Owner owner : byKey.getOrDefault(some.get(at), List.of())) {
                        fill(objects, owner, at);
                    }
                }
            });
        }
        if (without != null) {
            RelatedObjects none = new RelatedObjects();
            without.forEach(owner -> fill(none, owner, OwnerPlaces.NONE));
        }
    }

    /** Statements alike have plans of their own; what they bring afterwards is the same work. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SelectInLoader that
                        && mapper == that.mapper
                        && relationship == that.relationship
                        && below.equals(that.below)
                        && before.equals(that.before));
    }

    @Override
    public int hashCode() {
        return relationship.hashCode();
    }

    private void fill(RelatedObjects objects, Owner owner, int place) {
        AttributeTracker attribute = attribute(owner.state());
        if (owner.lacks(attribute)) {
            objects.fill(attribute, owner.state(), place);
        }
    }

    /** Subclasses have attributes of their own. */
    private AttributeTracker attribute(InstanceState owner) {
        ClassManager manager = ClassManager.of(owner);
        return manager == mapper.manager() ? own : manager.tracker(relationship.name());
    }

    @SuppressWarnings("TooManyParameters") // what one statement is made of
    private void loadSome(
            LoadRun owning,
            InstanceState owner,
            RelatedSelect known,
            OwnerKeys keys,
            Consumer<RelatedObjects> filling) {
        LoadingSession session = (LoadingSession) owning.session();
        LoadRequest request = LoadRequest.ofRelationship(relationship, owner);
        WholeClass whole =
                target -> keys.all() && known.with(request.refined(below)).isWhole(target);
        LoadRun run = LoadRun.ofStatement(session, owning.isPopulateExisting(), whole);
        RelatedObjects objects = session.announced(request, () -> {
            request.tell(run);
            return read(session, known.with(request.refined(below)), run, keys);
        });
        filling.accept(objects);
        run.finish();
    }

    private static RelatedObjects read(LoadingSession session, RelatedSelect select, LoadRun run, OwnerKeys keys) {
        WantedKeys list = keys.all()
                ? new AllKeys(select.comparedColumns())
                : KeyList.of(session.dialect(), select.comparedColumns(), keys.values());
        LoadingSession.RowsReader<RelatedObjects> reader =
                rows -> RelatedObjects.read(select, run, rows, new OwnerPlaces(keys.values(), keys.all()));
        return select.isKept()
                ? session.read(select.statement(list), reader)
                : session.readQuery(() -> select.query(list), reader);
    }
}
