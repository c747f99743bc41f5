package dev.grapnel.core.state;

import org.jspecify.annotations.Nullable;

/**
 * What every enhanced class implements. Written by the enhancer; application code has no use for it.
 *
 * <p>Field access by index is raw: no event fires and no state changes. The page {@code docs/architecture/enhanced-classes.md} is the
 * contract.
 */
public interface Enhanced {
    /** The state, from its slot or from a {@link StateHolder}; null while the object is plain, because its class was not mapped when it was made. */
    @Nullable InstanceState $grapnel$state();

    /** Puts the state into its slot, or gives it to a {@link StateHolder}. */
    void $grapnel$state(@Nullable InstanceState state);

    /** The description of the run-time class. */
    EnhancedType $grapnel$type();

    /** A new object of the run-time class, made without running code of enhanced classes. */
    Enhanced $grapnel$newInstance(LoadMarker marker);

    /** Reads a field. */
    @Nullable Object $grapnel$get(int index);

    /** Writes a field; null into a primitive stores its zero. */
    void $grapnel$put(int index, @Nullable Object value);

    /** Reads a {@code long} field. */
    long $grapnel$getLong(int index);

    /** Writes a {@code long} field. */
    void $grapnel$putLong(int index, long value);

    /** Reads an {@code int}, {@code short}, {@code byte}, {@code char} or {@code boolean} field. */
    int $grapnel$getInt(int index);

    /** Writes an {@code int}, {@code short}, {@code byte}, {@code char} or {@code boolean} field. */
    void $grapnel$putInt(int index, int value);

    /** Reads a {@code double} or {@code float} field. */
    double $grapnel$getDouble(int index);

    /** Writes a {@code double} or {@code float} field. */
    void $grapnel$putDouble(int index, double value);

    /**
     * Writes many fields.
     *
     * @param values of the fields
     * @param places for each field, by its index, where its value is: {@code p} from zero on as the field declares it, {@code -2 - p} as an object
     *     that is unboxed, -1 to leave the field as it is; fields of other types than {@code int}, {@code long}, {@code double} and
     *     {@code String} take only {@code p} or -1
     */
    void $grapnel$fill(FieldValues values, int[] places);
}
