package dev.grapnel.core.instrument;

/** Stands where a position or map key would stand when the operation has none. */
public enum Keys {
    /** The operation has no key. */
    NONE
}
