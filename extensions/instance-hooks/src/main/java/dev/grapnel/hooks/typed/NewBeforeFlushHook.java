package dev.grapnel.hooks.typed;

import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.session.ObjectSession;

/** An object that is told when a flush begins while it is new. */
public interface NewBeforeFlushHook {
    /**
     * Runs for each new object when a flush begins. It may add, delete and change; all takes part in this flush (rule L-25).
     *
     * @param session which flushes
     * @param flush the flush
     */
    void newBeforeFlush(ObjectSession session, FlushContext flush);
}
