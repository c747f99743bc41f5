package dev.grapnel.hooks.typed;

import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.session.ObjectSession;

/** An object that is told after a flush before which it was marked for delete. */
public interface DeletedAfterFlushHook {
    /**
     * Runs for each object that was marked for delete before the flush. Orphans that the flush found are not among them (rule L-22).
     *
     * @param session which flushes
     * @param flush the flush
     */
    void deletedAfterFlush(ObjectSession session, FlushContext flush);
}
