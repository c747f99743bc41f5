package dev.grapnel.core.flush.plan;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.StateOwner;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a flush needs of its session. */
public interface FlushSession extends StateOwner {
    /** The persistent object of a key in memory, or null. */
    @Nullable Enhanced inMemory(IdentityKey key);

    /** All persistent objects in memory, in the order in which they came. */
    Collection<Enhanced> persistentObjects();

    /**
     * Whether the row of an expired object is gone; the object is deleted then.
     *
     * @param state of the object
     * @return whether it is
     */
    boolean wasAlreadyDeleted(InstanceState state);
}
