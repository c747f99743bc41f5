package dev.grapnel.mongo.session.workspace;

import dev.grapnel.mongo.ObjectStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written, by place. Entries that have become clean or have left stay until the next walk begins, so that a walk may go on
 * while the list changes.
 */
final class PendingList {
    private static final Comparator<WorkEntry> BY_PLACE = Comparator.comparingLong(entry -> entry.place);

    private final List<WorkEntry> entries = new ArrayList<>();
    private boolean sorted = true;
    /** Where the last walk was, as it most often goes on there. */
    private int at;

    void add(WorkEntry entry) {
        if (!entry.listed) {
            entry.listed = true;
            sorted &= entries.isEmpty() || entries.get(entries.size() - 1).place < entry.place;
            entries.add(entry);
        }
    }

    void clear() {
        entries.forEach(entry -> entry.listed = false);
        entries.clear();
        sorted = true;
    }

    private static boolean waits(WorkEntry entry) {
        return entry.present && entry.state.status() != ObjectStatus.CLEAN;
    }

    /** The first one that waits behind a place, or null. */
    @Nullable WorkEntry next(long place) {
        sort();
        if (place < 0) {
            dropDone();
        }
        for (int index = behind(place); index < entries.size(); index++) {
            WorkEntry entry = entries.get(index);
            if (waits(entry)) {
                at = index;
                return entry;
            }
        }
        return null;
    }

    private void sort() {
        if (!sorted) {
            entries.sort(BY_PLACE);
            sorted = true;
        }
    }

    private void dropDone() {
        entries.removeIf(entry -> {
            entry.listed = waits(entry);
            return !entry.listed;
        });
    }

    private int behind(long place) {
        if (at < entries.size() && entries.get(at).place == place) {
            return at + 1;
        }
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).place <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The objects of one status, in order. */
    List<Object> objects(ObjectStatus status) {
        sort();
        List<Object> found = new ArrayList<>();
        for (WorkEntry entry : entries) {
            if (entry.present && entry.state.status() == status) {
                found.add(entry.object);
            }
        }
        return found;
    }
}
