package dev.grapnel.resultcache;

import dev.grapnel.core.instrument.ChangesInside;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.SelectState;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** What is kept. Thread-safe. */
final class Entries {
    private final Cache<Object, Object> store;
    private final UUID owner = UUID.randomUUID();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    Entries(Cache<Object, Object> store) {
        this.store = store;
    }

    long hits() {
        return hits.sum();
    }

    long misses() {
        return misses.sum();
    }

    private EntryKey entry(Region region, Serializable what) {
        return new EntryKey(owner, region.name(), region.age(), what);
    }

    void remove(Region region, Set<IdentityKey> keys) {
        store.removeAll(keys.stream().map(key -> entry(region, key)).collect(Collectors.toSet()));
    }

    // ---- objects ----

    /** Answers a load by key. */
    OrmResult object(Reading reading, SelectState select, IdentityKey key) {
        if (store.get(entry(reading.region(), key)) instanceof KeptObject kept) {
            hits.increment();
            Mapper asked = Objects.requireNonNull(select.bindMapper(), "mapper");
            boolean fits = asked.type().isAssignableFrom(kept.type());
            return OrmResult.ofObjects(fits ? List.of(kept.enter(reading.session(), key)) : List.of());
        }
        misses.increment();
        OrmResult found = select.invoke();
        if (select.criteria().isEmpty()) {
            found.objects().forEach(object -> keep(reading, object));
        }
        return found;
    }

    private void keep(Reading reading, Object object) {
        InstanceState state = ClassManager.requireState(object);
        ChangesInside.find(state);
        Long moment = reading.moment();
        Region region = reading.region();
        if (moment != null && region.isUnchangedSince(moment) && !state.isModified()) {
            EntryKey entry = entry(region, state.requireKey());
            store.put(entry, KeptObject.of(state));
            if (!region.isUnchangedSince(moment)) {
                // A writer came and went since the question above: what it took out may have been put back.
                store.remove(entry);
            }
        }
    }

    // ---- results of queries ----

    /** Answers a query. */
    OrmResult result(Reading reading, SelectState select, CachedQuery query, List<Region> alsoRead) {
        EntryKey entry = entry(reading.region(), query.name());
        if (store.get(entry) instanceof KeptResult kept && holds(kept.moment(), reading, alsoRead)) {
            List<Object> objects = objects(reading, kept.keys());
            if (objects != null) {
                hits.increment();
                return OrmResult.ofObjects(objects);
            }
        }
        misses.increment();
        OrmResult found = select.invoke();
        Long moment = reading.moment();
        if (moment != null && select.criteria().isEmpty() && isOfObjects(found) && holds(moment, reading, alsoRead)) {
            keepAll(reading, entry, found.objects(), moment);
        }
        return found;
    }

    private static boolean holds(long moment, Reading reading, List<Region> alsoRead) {
        return reading.region().isUnchangedSince(moment)
                && alsoRead.stream().allMatch(region -> region.isUnchangedSince(moment));
    }

    /** A query may ask for values or a number under the same option; they are not kept. */
    private static boolean isOfObjects(OrmResult result) {
        return result.objects().stream().allMatch(Enhanced.class::isInstance);
    }

    /** The objects of a result, or null if one of them is kept no more. */
    private @Nullable List<Object> objects(Reading reading, List<IdentityKey> keys) {
        List<KeptObject> kept = new ArrayList<>();
        for (IdentityKey key : keys) {
            if (!(store.get(entry(reading.region(), key)) instanceof KeptObject object)) {
                return null;
            }
            kept.add(object);
        }
        List<Object> objects = new ArrayList<>();
        for (int at = 0; at < keys.size(); at++) {
            Object known = reading.session().inMemory(keys.get(at));
            objects.add(known == null ? kept.get(at).enter(reading.session(), keys.get(at)) : known);
        }
        return objects;
    }

    /** Objects that the session had before may be older than its transaction, unless a commit makes it forget their values. */
    private void keepAll(Reading reading, EntryKey entry, List<?> objects, long moment) {
        if (reading.session().options().expireOnCommit()) {
            objects.forEach(object -> keep(reading, object));
            List<IdentityKey> keys = objects.stream()
                    .map(object -> ClassManager.requireState(object).requireKey())
                    .toList();
            store.put(entry, new KeptResult(new ArrayList<>(keys), moment));
        }
    }
}
