package dev.grapnel.core.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a state that a clean loaded object does not need, made on first use and given up when nothing is in it. */
final class StateDetail {
    /** Bits of the first attributes whose former values are kept. */
    int changed;

    /** Bits of those among them whose next write has nothing to record: they are present, and the object is known to be modified. */
    int direct;

    int insertOrder;

    /** From one; zero if the session does not count the object as modified. */
    int modifiedPlace;

    /** From one; zero if the session has not marked the object for delete. */
    int markedPlace;

    @Nullable Object @Nullable [] committed;

    /** What the loading statement said, and behind it the values of attributes without a field. */
    @Nullable Object @Nullable [] extra;

    long @Nullable [] overflow;

    @Nullable Enhanced strong;

    @Nullable Map<Integer, PendingMutation> pending;

    @Nullable Map<Integer, Object> emptyCollections;

    /** In order of the first link: it decides in which order parents are written. */
    @Nullable ParentLinks parents;

    @Nullable Map<Integer, Object> loaders;

    @Nullable Map<Integer, LentValue> lent;

    @Nullable Object @Nullable [] constructionArguments;

    boolean orphanedOutsideSession;

    @Nullable Object work;

    StateDetail(@Nullable Object @Nullable [] extra) {
        this.extra = extra;
    }

    /** Whether nothing is in it that the state itself has no place for. The order of insertion counts only while there is no key. */
    boolean isEmpty() {
        return committed == null
                && overflow == null
                && strong == null
                && pending == null
                && emptyCollections == null
                && parents == null
                && loaders == null
                && lent == null
                && constructionArguments == null
                && !orphanedOutsideSession
                && modifiedPlace == 0
                && markedPlace == 0
                && work == null;
    }

    @Nullable Object[] committed(int count) {
        if (committed == null || committed.length < count) {
            committed = committed == null ? new Object[count] : Arrays.copyOf(committed, count);
        }
        return committed;
    }

    long[] overflow(int length) {
        if (overflow == null || overflow.length < length) {
            overflow = overflow == null ? new long[length] : Arrays.copyOf(overflow, length);
        }
        return overflow;
    }

    Map<Integer, PendingMutation> pending() {
        if (pending == null) {
            pending = new HashMap<>();
        }
        return pending;
    }

    Map<Integer, Object> emptyCollections() {
        if (emptyCollections == null) {
            emptyCollections = new HashMap<>();
        }
        return emptyCollections;
    }

    Map<Integer, Object> loaders() {
        if (loaders == null) {
            loaders = new HashMap<>();
        }
        return loaders;
    }

    Map<Integer, LentValue> lent() {
        if (lent == null) {
            lent = new LinkedHashMap<>(2);
        }
        return lent;
    }
}
