package dev.grapnel.core.value;

import java.util.Objects;
import java.util.function.Function;

/** Keeps of each value what the store would keep. */
record StoredSnapshots(Function<Object, Object> write, Function<Object, Object> read) implements Snapshots {
    @Override
    public Object take(Object value) {
        return write.apply(value);
    }

    @Override
    public boolean matches(Object snapshot, Object value) {
        return Objects.deepEquals(snapshot, write.apply(value));
    }

    @Override
    public Object restore(Object snapshot) {
        return read.apply(snapshot);
    }
}
