package dev.grapnel.mongo.session.workspace;

import dev.grapnel.mongo.mapping.DocumentState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of objects since a transaction began, to be put back if it is rolled back. Refers to the objects strongly. */
public final class TransactionChanges {
    private final Set<Inserted> inserted = new LinkedHashSet<>();
    private final Map<WorkEntry, @Nullable Object> formerIds = new LinkedHashMap<>();
    private final Set<WorkEntry> deleted = new LinkedHashSet<>();

    /**
     * An object whose document was inserted. It need not be in the session.
     *
     * @param object the object
     * @param state its state
     */
    public record Inserted(Object object, DocumentState<?> state) {}

    /** The document of an object was inserted. */
    public void inserted(DocumentState<?> state) {
        inserted.add(new Inserted(state.object(), state));
    }

    /** The document of an object was written again, maybe under another id. */
    public void updated(WorkEntry entry) {
        formerIds.putIfAbsent(entry, entry.mappedId());
    }

    /** The document of an object was deleted, and the object has left. */
    public void deleted(WorkEntry entry) {
        deleted.add(entry);
    }

    /** Whether the document of an object was inserted. */
    public boolean hasInserted(DocumentState<?> state) {
        return inserted.stream().anyMatch(each -> each.state() == state);
    }

    /** The objects whose documents were inserted, in order; a copy. */
    public List<Inserted> inserted() {
        return List.copyOf(inserted);
    }

    /** The objects whose documents were updated, with the ids that they had. */
    public Map<WorkEntry, @Nullable Object> formerIds() {
        return formerIds;
    }

    /** The objects whose documents were deleted, in order; a copy. */
    public List<WorkEntry> deleted() {
        return new ArrayList<>(deleted);
    }
}
