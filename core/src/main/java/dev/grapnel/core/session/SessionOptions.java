package dev.grapnel.core.session;

/**
 * How a session behaves.
 *
 * @param autoflush whether a flush precedes queries
 * @param expireOnCommit whether objects are expired by a commit
 * @param autobegin whether a transaction begins by itself on first use
 */
public record SessionOptions(boolean autoflush, boolean expireOnCommit, boolean autobegin) {
    /** All on. */
    public static final SessionOptions DEFAULT = new SessionOptions(true, true, true);
}
