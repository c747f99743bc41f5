package dev.grapnel.core.instrument;

/**
 * Which attribute, and which operation on it, started a chain of attribute events (rules ).
 *
 * <p>It travels unchanged through back-references to the other side, so that a listener sees where a change came from. Each attribute owns
 * one constant for each operation; they are compared by identity.
 */
public final class Initiator {
    private final AttributeTracker attribute;
    private final Operation operation;

    Initiator(AttributeTracker attribute, Operation operation) {
        this.attribute = attribute;
        this.operation = operation;
    }

    /** The attribute where the chain began. */
    public AttributeTracker attribute() {
        return attribute;
    }

    /** The operation that began it. */
    public Operation operation() {
        return operation;
    }

    /** The name of the attribute where the chain began. */
    public String key() {
        return attribute.name();
    }

    /** The relationship behind that attribute, the same object for a class and its subclasses (rule A-3). */
    public Object parentToken() {
        return attribute.parentToken();
    }

    @Override
    public String toString() {
        return attribute + " " + operation;
    }
}
