package dev.grapnel.core.state;

/** Stands for the interface of the runtime, with the members that the contract names. */
public interface Enhanced {

    InstanceState $grapnel$state();

    void $grapnel$state(InstanceState state);

    EnhancedType $grapnel$type();

    Enhanced $grapnel$newInstance(LoadMarker marker);

    Object $grapnel$get(int index);

    void $grapnel$put(int index, Object value);

    long $grapnel$getLong(int index);

    void $grapnel$putLong(int index, long value);

    int $grapnel$getInt(int index);

    void $grapnel$putInt(int index, int value);

    double $grapnel$getDouble(int index);

    void $grapnel$putDouble(int index, double value);

    void $grapnel$fill(FieldValues values, int[] places);
}
