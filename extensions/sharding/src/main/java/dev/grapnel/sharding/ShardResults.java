package dev.grapnel.sharding;

import dev.grapnel.core.session.OrmResult;
import java.util.ArrayList;
import java.util.List;

/** What a statement that writes gave in each shard: numbers of rows, which are summed, or objects. */
final class ShardResults {
    private final boolean ofObjects;
    private final List<Object> objects = new ArrayList<>();
    private int count;

    ShardResults(boolean ofObjects) {
        this.ofObjects = ofObjects;
    }

    void add(OrmResult result) {
        if (ofObjects) {
            objects.addAll(result.objects());
        } else {
            count += result.rowCount();
        }
    }

    OrmResult together() {
        return ofObjects ? OrmResult.ofObjects(objects) : OrmResult.ofRowCount(count);
    }
}
