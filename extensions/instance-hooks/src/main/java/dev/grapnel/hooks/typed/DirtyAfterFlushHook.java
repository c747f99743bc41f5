package dev.grapnel.hooks.typed;

import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.session.ObjectSession;

/** An object that is told after a flush before which it was touched. */
public interface DirtyAfterFlushHook {
    /**
     * Runs for each object that was touched before the flush and not marked for delete. Objects that the flush reached by itself are not among them (rule L-22). Changes are not written.
     *
     * @param session which flushes
     * @param flush the flush
     */
    void dirtyAfterFlush(ObjectSession session, FlushContext flush);
}
