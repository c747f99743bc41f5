package dev.grapnel.resultcache;

import dev.grapnel.core.state.IdentityKey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What one transaction has read and written. For the thread of its session. */
final class Writing {
    private final Map<Region, Set<IdentityKey>> written = new LinkedHashMap<>();
    private final Set<Region> whole = new HashSet<>();
    private long begun = Long.MIN_VALUE;

    /** The state of the world at the first statement. */
    void begins(long moment) {
        if (begun == Long.MIN_VALUE) {
            begun = moment;
        }
    }

    boolean hasBegun() {
        return begun != Long.MIN_VALUE;
    }

    long begun() {
        return begun;
    }

    /** A row of one object was written. */
    void wrote(Region region, IdentityKey key) {
        keys(region).add(key);
    }

    /** Many rows were written, nobody knows which. */
    void wroteAny(Region region) {
        keys(region);
        whole.add(region);
    }

    private Set<IdentityKey> keys(Region region) {
        Set<IdentityKey> keys = written.get(region);
        if (keys == null) {
            keys = new HashSet<>();
            written.put(region, keys);
            region.writingBegins();
        }
        return keys;
    }

    Map<Region, Set<IdentityKey>> written() {
        return written;
    }

    boolean isWhole(Region region) {
        return whole.contains(region);
    }
}
