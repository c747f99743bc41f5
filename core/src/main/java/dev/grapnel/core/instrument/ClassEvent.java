package dev.grapnel.core.instrument;

/**
 * A class is put under watch, or released (rules N-1, N-2, N-7).
 *
 * @param manager of the class
 */
public record ClassEvent(ClassManager manager) {
    /** The class. */
    public Class<?> type() {
        return manager.type();
    }
}
