package dev.grapnel.mongo.session.workspace;

import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.UnitOfWork;
import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.mapping.StateWatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work: a chain of all objects in the order in which they came, and beside it those that are not clean, so that a flush costs what
 * was changed and not what was loaded.
 */
public final class Work implements UnitOfWork {
    private final PendingList pending = new PendingList();
    private final Predicate<StateWatcher> own = this::owns;
    private @Nullable WorkEntry first;
    private @Nullable WorkEntry last;
    private int size;
    private long next;

    // ---- coming and going ----

    /** Takes an object in, at the end; one that is there keeps its place (statement ODM-F3, repaired). */
    public WorkEntry add(Object object, DocumentState<?> state) {
        WorkEntry known = find(state);
        if (known != null) {
            return known;
        }
        WorkEntry entry = new WorkEntry(this, object, state, next++);
        append(entry);
        return entry;
    }

    private void append(WorkEntry entry) {
        entry.before = last;
        if (last == null) {
            first = entry;
        } else {
            last.after = entry;
        }
        last = entry;
        entry.present = true;
        size++;
        entry.state.watch(entry);
        if (entry.state.status() != ObjectStatus.CLEAN) {
            pending.add(entry);
        }
    }

    /** The entry of an object, or null. */
    public @Nullable WorkEntry find(DocumentState<?> state) {
        return (WorkEntry) state.watcher(own);
    }

    private boolean owns(StateWatcher watcher) {
        return watcher instanceof WorkEntry entry && entry.isIn(this);
    }

    /** Takes an object out, and gives its entry; null if it is not there. */
    public @Nullable WorkEntry remove(DocumentState<?> state) {
        WorkEntry entry = find(state);
        if (entry != null) {
            unlink(entry);
        }
        return entry;
    }

    private void unlink(WorkEntry entry) {
        WorkEntry before = entry.before;
        WorkEntry after = entry.after;
        if (before == null) {
            first = after;
        } else {
            before.after = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.before = before;
        }
        leave(entry);
        size--;
    }

    private static void leave(WorkEntry entry) {
        entry.before = null;
        entry.after = null;
        entry.present = false;
        entry.state.unwatch(entry);
    }

    /** Takes all objects out, and gives their entries. */
    public Collection<WorkEntry> removeAll() {
        List<WorkEntry> all = new ArrayList<>(size);
        WorkEntry at = first;
        while (at != null) {
            WorkEntry after = at.after;
            leave(at);
            all.add(at);
            at = after;
        }
        first = null;
        last = null;
        size = 0;
        pending.clear();
        return all;
    }

    /** All entries, in order; a copy. */
    public List<WorkEntry> entries() {
        List<WorkEntry> all = new ArrayList<>(size);
        for (WorkEntry at = first; at != null; at = at.after) {
            all.add(at);
        }
        return all;
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
        List<WorkEntry> all = new ArrayList<>(removeAll());
        all.addAll(returning);
        all.sort(Comparator.comparingLong(entry -> entry.place));
        all.forEach(this::append);
    }

    // ---- what is pending ----

    void wait(WorkEntry entry) {
        if (entry.present) {
            pending.add(entry);
        }
    }

    /** The first object behind a place that is not clean, or null. */
    public @Nullable WorkEntry nextPending(long place) {
        return pending.next(place);
    }

    // ---- what programs see ----

    @Override
    public List<Object> all() {
        List<Object> all = new ArrayList<>(size);
        for (WorkEntry at = first; at != null; at = at.after) {
            all.add(at.object);
        }
        return all;
    }

    @Override
    public List<Object> newObjects() {
        return pending.objects(ObjectStatus.NEW);
    }

    @Override
    public List<Object> clean() {
        List<Object> clean = new ArrayList<>();
        for (WorkEntry at = first; at != null; at = at.after) {
            if (at.state.status() == ObjectStatus.CLEAN) {
                clean.add(at.object);
            }
        }
        return clean;
    }

    @Override
    public List<Object> dirty() {
        return pending.objects(ObjectStatus.DIRTY);
    }

    @Override
    public List<Object> deleted() {
        return pending.objects(ObjectStatus.DELETED);
    }

    @Override
    public boolean contains(Object object) {
        return find(DocumentState.of(object)) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<Object> iterator() {
        return all().iterator();
    }
}
