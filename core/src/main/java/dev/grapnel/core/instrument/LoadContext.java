package dev.grapnel.core.instrument;

/** The result being read while an object is loaded or refreshed. */
public interface LoadContext {
    /** Whether values already in memory are overwritten. */
    boolean isPopulateExisting();
}
