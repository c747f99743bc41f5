package dev.grapnel.sharding;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.IdentityKey;
import java.util.List;

/** Says where an object may be whose primary key alone is known. */
@FunctionalInterface
public interface KeyShards {
    /**
     * Names the shards. Those in memory come first; then one after the other is asked until the object is found.
     *
     * @param mapper of the class asked for
     * @param key of the object, without a token
     * @return the names in order, the likeliest first
     */
    List<String> shards(Mapper mapper, IdentityKey key);
}
