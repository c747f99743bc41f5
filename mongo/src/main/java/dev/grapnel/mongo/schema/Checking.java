package dev.grapnel.mongo.schema;

/**
 * How a value is checked.
 *
 * @param extraAllowed whether sub-documents may have fields that are not declared
 * @param extraStripped whether those are left out
 * @param tracked whether lists and sub-documents are to tell of their changes
 */
public record Checking(boolean extraAllowed, boolean extraStripped, boolean tracked) {
    /** A program assigns a value: what is not declared is refused. */
    public static final Checking ASSIGNED = new Checking(false, false, true);

    /** A document is loaded: what is not declared is left out. */
    public static final Checking LOADED = new Checking(true, true, true);

    /** A document is about to be written: nobody keeps what is made of it. */
    public static final Checking WRITTEN = new Checking(true, false, false);
}
