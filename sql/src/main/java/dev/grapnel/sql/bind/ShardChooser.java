package dev.grapnel.sql.bind;

import dev.grapnel.core.mapping.Mapper;
import org.jspecify.annotations.Nullable;

/** Chooses the shard of a new object. */
@FunctionalInterface
public interface ShardChooser {
    /**
     * Chooses; called once for each new object, in the flush before its {@code before_insert}.
     *
     * @param mapper of the object
     * @param object that is going to be inserted
     * @return the name of a shard, or null if objects of this class are not sharded
     */
    @Nullable String shard(Mapper mapper, Object object);
}
