package dev.grapnel.core.flush;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/** Opens connections for a flush. */
public interface FlushConnections {
    /**
     * The connection on which rows are written; it joins the transaction when it is needed for the first time.
     *
     * @param base root of the hierarchy
     * @param state of the object, or null if there is none
     * @return the connection; null only without an object, if it takes one to choose
     */
    @Nullable StoreConnection of(Mapper base, @Nullable InstanceState state);

    /**
     * Checks that the transaction is still there: a listener may have ended it.
     *
     * @throws RuntimeException that says what became of it
     */
    void requireUsable();

    /** Whether it is the same one for all objects. */
    boolean isOne();
}
