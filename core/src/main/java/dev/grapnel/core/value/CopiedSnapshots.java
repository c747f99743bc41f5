package dev.grapnel.core.value;

/** Keeps a copy of each value. */
record CopiedSnapshots(ValueCopier<Object> copier) implements Snapshots {
    @Override
    public Object take(Object value) {
        return copier.copy(value);
    }

    @Override
    public boolean matches(Object snapshot, Object value) {
        return copier.isEqual(snapshot, value);
    }

    @Override
    public Object restore(Object snapshot) {
        return copier.copy(snapshot);
    }

    @Override
    public boolean isEqual(Object one, Object other) {
        return one == other || copier.isEqual(one, other);
    }
}
