package dev.grapnel.sharding;

import dev.grapnel.core.session.OrmExecuteState;
import java.util.List;

/** Says where a statement has to be sent that reads, updates or deletes any objects of a class. */
@FunctionalInterface
public interface StatementShards {
    /**
     * Names the shards.
     *
     * @param statement for a class; its options may tell more
     * @return the names; the result is that of all of them
     */
    List<String> shards(OrmExecuteState statement);
}
