package dev.grapnel.core.flush.plan;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.StateOwner;
import dev.grapnel.events.Listeners;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a flush needs of its session. */
public interface FlushSession extends StateOwner {
    /** The persistent object of a key in memory, or null. */
    @Nullable Enhanced inMemory(IdentityKey key);

    /**
     * The identity key that an object has, or is going to have, by the values in memory.
     *
     * @param state its state
     * @return the key, or null if a part is missing
     */
    @Nullable IdentityKey identityKey(InstanceState state);

    /** All persistent objects in memory, in the order in which they came. */
    Collection<Enhanced> persistentObjects();

    /**
     * Whether the row of an expired object is gone; the object is deleted then.
     *
     * @param state of the object
     * @return whether it is
     */
    boolean wasAlreadyDeleted(InstanceState state);

    /**
     * Notes that listeners are about to be told of something, so that a message about what they may not do can name them.
     *
     * @param listeners that somebody stands in
     * @param about the object of the event, or null
     */
    void telling(Listeners<?> listeners, @Nullable InstanceState about);

    /** The listeners noted last have been told, or one of them threw. */
    void told();
}
