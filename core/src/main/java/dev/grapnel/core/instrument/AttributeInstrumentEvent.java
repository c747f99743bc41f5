package dev.grapnel.core.instrument;

/**
 * An attribute of a class got its behaviour (rules N-3, N-4).
 *
 * @param attribute the attribute
 */
public record AttributeInstrumentEvent(AttributeTracker attribute) {
    /** The class. */
    public Class<?> type() {
        return attribute.manager().type();
    }

    /** The name of the attribute. */
    public String key() {
        return attribute.name();
    }
}
