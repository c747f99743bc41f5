package dev.grapnel.hooks.typed;

import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.session.ObjectSession;

/** An object that is told when a flush has inserted it. */
public interface NewAfterFlushHook {
    /**
     * Runs for each object that the flush has inserted. Changes are not written (rule S-22).
     *
     * @param session which flushes
     * @param flush the flush
     */
    void newAfterFlush(ObjectSession session, FlushContext flush);
}
