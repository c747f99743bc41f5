package dev.grapnel.sql.bulk.evaluate;

/** What a condition says of an object in memory. */
public enum Truth {
    /** It holds. */
    TRUE,
    /** It does not hold. */
    FALSE,
    /** Neither, since a value is null. */
    UNKNOWN,
    /** A value is not in memory. */
    NOT_LOADED;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Truth negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN, NOT_LOADED -> this;
        };
    }

    /** Whether the row of the object may be met: for sure, or for all that is known. */
    public boolean mayMatch() {
        return this == TRUE || this == NOT_LOADED;
    }
}
