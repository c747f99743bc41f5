package dev.grapnel.core.store;

import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.state.InstanceState;
import java.util.List;

/** What a backend reports while it writes, and the connection it writes on. */
public interface WriteScope {
    /** The connection of the flush. */
    StoreConnection connection();

    /**
     * Values that were generated are in the object now; fires {@code refresh_flush} (rule I-18).
     *
     * @param state of the object
     * @param attributes the names, keys of new rows left out
     */
    void generated(InstanceState state, List<String> attributes);

    /**
     * Values were generated that could not be read back; they expire (rule I-20).
     *
     * @param state of the object
     * @param attributes the names
     */
    void unknown(InstanceState state, List<String> attributes);
}
