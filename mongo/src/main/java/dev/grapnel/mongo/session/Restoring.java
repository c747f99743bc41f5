package dev.grapnel.mongo.session;

import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.session.workspace.TransactionChanges;
import dev.grapnel.mongo.session.workspace.WorkEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the objects of a session back after a rollback, as a relational session does (rules S-28, U-38). */
final class Restoring {
    private final SessionParts parts;

    Restoring(SessionParts parts) {
        this.parts = parts;
    }

    /**
     * What was new is new again and in no session, what was deleted is back, and all that is stored is expired.
     *
     * @param changes what became of objects since the transaction began
     */
    void restore(TransactionChanges changes) {
        List<WorkEntry> deleted = changes.deleted();
        deleted.removeIf(entry -> changes.hasInserted(entry.state));
        changes.inserted().forEach(each -> undoInsert(each.state()));
        unwritten().forEach(this::leave);
        changes.formerIds().forEach(this::restoreId);
        bringBack(deleted);
        for (WorkEntry entry : parts.work().entries()) {
            entry.state.expire();
        }
    }

    private void undoInsert(DocumentState<?> state) {
        WorkEntry entry = parts.work().find(state);
        if (entry != null) {
            parts.members().remove(entry);
        }
        state.neverWritten();
        parts.moves().insertUndone(state.instanceState());
    }

    private List<WorkEntry> unwritten() {
        List<WorkEntry> found = new ArrayList<>(parts.work().entries());
        found.removeIf(entry -> entry.state.isStored());
        return found;
    }

    private void leave(WorkEntry entry) {
        parts.members().remove(entry);
        entry.state.neverWritten();
        parts.moves().left(entry.state.instanceState(), false);
    }

    private void restoreId(WorkEntry entry, @Nullable Object former) {
        if (former != null && parts.work().find(entry.state) == entry) {
            parts.identities().remove(entry);
            entry.state.expire();
            entry.state.identifiedBy(former);
            parts.identities().put(entry);
        }
    }

    private void bringBack(List<WorkEntry> deleted) {
        parts.work().putBack(deleted);
        for (WorkEntry entry : deleted) {
            entry.state.instanceState().deleted(false);
            entry.state.session(parts.session());
            parts.identities().put(entry);
            parts.moves().deleteUndone(entry.state.instanceState());
        }
    }
}
