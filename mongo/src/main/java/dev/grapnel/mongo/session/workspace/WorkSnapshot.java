package dev.grapnel.mongo.session.workspace;

import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.mapping.ObjectSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The unit of work as it was at one moment: which objects were there, and the values of those that were not clean. */
public final class WorkSnapshot {
    private final Set<WorkEntry> entries;
    private final List<ObjectSnapshot> pending = new ArrayList<>();

    private WorkSnapshot(List<WorkEntry> entries) {
        this.entries = new LinkedHashSet<>(entries);
    }

    /** Remembers a unit of work. Copies the values of what is pending, and nothing of what is clean. */
    public static WorkSnapshot of(Work work) {
        WorkSnapshot taken = new WorkSnapshot(work.entries());
        for (WorkEntry entry : taken.entries) {
            if (entry.state.status() != ObjectStatus.CLEAN) {
                taken.pending.add(ObjectSnapshot.of(entry.state));
            }
        }
        return taken;
    }

    /** Whether an object was there. */
    public boolean contains(WorkEntry entry) {
        return entries.contains(entry);
    }

    /** The objects that were there and are not now. */
    public List<WorkEntry> missingIn(Work work) {
        return entries.stream().filter(entry -> work.find(entry.state) != entry).toList();
    }

    /** Gives the objects that were not clean their values and their status again. */
    public void restoreValues() {
        pending.forEach(ObjectSnapshot::restore);
    }
}
