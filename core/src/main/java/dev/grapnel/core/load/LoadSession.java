package dev.grapnel.core.load;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/** What loading needs of a session. */
public interface LoadSession {
    /** The persistent object of a key in memory, or null. */
    @Nullable Enhanced inMemory(IdentityKey key);

    /**
     * The persistent object in memory whose key has one part and no token, or null; no key is made for the search.
     *
     * @param root the root class in the key
     * @param value of the primary key
     */
    @Nullable Enhanced inMemory(Class<?> root, Object value);

    /** The numbers of the session's results. */
    LoadNumbers loadNumbers();

    /** An object was made from a row, and none of its key is in memory: it joins the identity map. */
    void joinLoaded(InstanceState state);

    /** Lets go of what is kept of objects that were collected. */
    void forgetCollected();

    /** The token in the keys of the objects that are being loaded from the statement that runs, as the name of a shard; or null. */
    @Nullable String identityToken();

    /** What is loaded when a result has been read. */
    PostLoadQueue postLoads();

    /** Whether anybody listens to {@code loaded_as_persistent}; asked once for each result (rule E-29). */
    boolean tellsLoadedAsPersistent();

    /** Fires {@code loaded_as_persistent}. */
    void loadedAsPersistent(InstanceState state);
}
