package dev.grapnel.sharding;

import dev.grapnel.core.mapping.Mapper;
import java.util.Map;

/** Says where a row belongs that a set-based INSERT writes. */
@FunctionalInterface
public interface RowShard {
    /**
     * Names the shard.
     *
     * @param mapper of the class
     * @param row values by name of attribute
     * @return the name
     */
    String shard(Mapper mapper, Map<String, ?> row);
}
