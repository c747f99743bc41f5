package dev.grapnel.core.instrument;

/**
 * The first state of a class was made, by construction or by loading (rule I-2).
 *
 * @param manager of the class
 */
public record FirstInitEvent(ClassManager manager) {
    /** The class. */
    public Class<?> type() {
        return manager.type();
    }
}
