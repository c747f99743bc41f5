package dev.grapnel.mongo.session.workspace;

import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.UnitOfWork;
import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.mapping.StateWatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work: all objects in the order in which they came, and beside them those that are not clean, so that a flush costs what was
 * changed and not what was loaded.
 */
public final class Work implements UnitOfWork, StateWatcher {
    private final Map<DocumentState<?>, WorkEntry> entries = new LinkedHashMap<>();
    private final TreeMap<Long, WorkEntry> pending = new TreeMap<>();
    private long next;

    /** Takes an object in, at the end; one that is there keeps its place (statement ODM-F3, repaired). */
    public WorkEntry add(Object object, DocumentState<?> state) {
        WorkEntry known = entries.get(state);
        if (known != null) {
            return known;
        }
        WorkEntry entry = new WorkEntry(object, state, next++);
        entries.put(state, entry);
        state.watch(this);
        if (state.status() != ObjectStatus.CLEAN) {
            pending.put(entry.place, entry);
        }
        return entry;
    }

    /** The entry of an object, or null. */
    public @Nullable WorkEntry find(DocumentState<?> state) {
        return entries.get(state);
    }

    /** Takes an object out, and gives its entry; null if it is not there. */
    public @Nullable WorkEntry remove(DocumentState<?> state) {
        WorkEntry entry = entries.remove(state);
        if (entry != null) {
            pending.remove(entry.place);
            state.unwatch(this);
        }
        return entry;
    }

    /** Takes all objects out, and gives their entries. */
    public Collection<WorkEntry> removeAll() {
        List<WorkEntry> all = List.copyOf(entries.values());
        all.forEach(entry -> entry.state.unwatch(this));
        entries.clear();
        pending.clear();
        return all;
    }

    @Override
    public void noLongerClean(DocumentState<?> state) {
        WorkEntry entry = entries.get(state);
        if (entry != null) {
            pending.put(entry.place, entry);
        }
    }

    /** An object was written: it waits no longer, unless it was changed meanwhile. */
    public void settle(WorkEntry entry) {
        if (entry.state.status() == ObjectStatus.CLEAN) {
            pending.remove(entry.place);
        }
    }

    /** The first object behind a place that is not clean, or null. */
    public @Nullable WorkEntry nextPending(long place) {
        for (var next = pending.higherEntry(place); next != null; next = pending.higherEntry(next.getKey())) {
            WorkEntry entry = next.getValue();
            if (entry.state.status() != ObjectStatus.CLEAN) {
                return entry;
            }
            pending.remove(next.getKey()); // another session wrote it (statement ODM-K8)
        }
        return null;
    }

    /** All entries, in order; a copy. */
    public List<WorkEntry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * Puts objects back that have left, to the places where they were.
     *
     * @param returning their entries
     */
    public void putBack(Collection<WorkEntry> returning) {
        if (returning.isEmpty()) {
            return;
        }
        List<WorkEntry> all = new ArrayList<>(entries.values());
        all.addAll(returning);
        all.sort(Comparator.comparingLong(entry -> entry.place));
        entries.clear();
        all.forEach(entry -> entries.put(entry.state, entry));
        returning.forEach(entry -> {
            entry.state.watch(this);
            noLongerClean(entry.state);
        });
    }

    // ---- what programs see ----

    @Override
    public List<Object> all() {
        return objects(entries.values(), entry -> true);
    }

    @Override
    public List<Object> newObjects() {
        return objects(pending.values(), entry -> entry.state.status() == ObjectStatus.NEW);
    }

    @Override
    public List<Object> clean() {
        return objects(entries.values(), entry -> entry.state.status() == ObjectStatus.CLEAN);
    }

    @Override
    public List<Object> dirty() {
        return objects(pending.values(), entry -> entry.state.status() == ObjectStatus.DIRTY);
    }

    @Override
    public List<Object> deleted() {
        return objects(pending.values(), entry -> entry.state.status() == ObjectStatus.DELETED);
    }

    private static List<Object> objects(Collection<WorkEntry> from, Predicate<WorkEntry> wanted) {
        List<Object> found = new ArrayList<>();
        for (WorkEntry entry : from) {
            if (wanted.test(entry)) {
                found.add(entry.object);
            }
        }
        return found;
    }

    @Override
    public boolean contains(Object object) {
        return entries.containsKey(DocumentState.of(object));
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Iterator<Object> iterator() {
        return all().iterator();
    }
}
