package dev.grapnel.mongo.mapping;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.StateOwner;
import dev.grapnel.mongo.OdmSession;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What stands between the record that the core keeps of an object and the units of work that the object is in: it passes changes on. */
abstract sealed class WatchedState implements StateOwner permits DocumentState {
    /** The record that the core keeps of the object. */
    final InstanceState instance;

    /** Who is told of changes, as {@link Watchers} keeps them. */
    private @Nullable Object watchers;

    WatchedState(InstanceState instance) {
        this.instance = instance;
    }

    abstract DocumentState<?> self();

    abstract boolean isNew();

    abstract boolean isMarked();

    abstract @Nullable OdmSession session();

    // ---- units of work ----

    /** Somebody is told of changes from now on. */
    public final void watch(StateWatcher watcher) {
        watchers = Watchers.with(watchers, watcher);
        instance.owner(this);
    }

    /** Somebody is told of changes no longer. */
    public final void unwatch(StateWatcher watcher) {
        watchers = Watchers.without(watchers, watcher);
        if (watchers == null) {
            instance.owner(null);
        }
    }

    /** The first of those who are told that has a property, or null. */
    public final @Nullable StateWatcher watcher(Predicate<StateWatcher> wanted) {
        return Watchers.first(watchers, wanted);
    }

    final void tellWatchers() {
        Watchers.each(watchers, watcher -> watcher.noLongerClean(self()));
    }

    // ---- what the core asks ----

    @Override
    public final void firstModification(InstanceState modified) {
        tellWatchers();
    }

    @Override
    public final void noLongerModified(InstanceState clean) {
        // units of work look at the status when they flush
    }

    @Override
    public final boolean containsState(InstanceState asked) {
        return asked == instance && watchers != null;
    }

    @Override
    public final boolean isNew(InstanceState asked) {
        return asked == instance && isNew();
    }

    @Override
    public final boolean isMarked(InstanceState asked) {
        return asked == instance && isMarked();
    }

    @Override
    public final void saveOrUpdate(InstanceState added) {
        Objects.requireNonNull(session()).save(added.requireObject()); // cascades are for stores that have them
    }

    @Override
    public final void evict(InstanceState evicted) {
        Objects.requireNonNull(session()).expunge(evicted.requireObject());
    }

    @Override
    public final boolean isWriting() {
        return false;
    }

    @Override
    public final void warnDuringFlush(String operation) {
        // what is done during a flush of documents takes part in it
    }
}
